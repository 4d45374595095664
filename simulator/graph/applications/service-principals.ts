import type { ServicePrincipal } from "../../state/entities.ts";
import { findObjects } from "../directory-objects/directory-object.ts";
import { listObjects, relationshipOptions } from "../directory-objects/list-objects.ts";
import { listRows } from "../directory-objects/list-rows.ts";
import { rowOnWire, selectFor } from "../directory-objects/object-on-wire.ts";
import { shapes } from "../directory-objects/properties.ts";
import type { Call, Endpoint } from "../endpoint.ts";
import { notFound } from "../errors.ts";
import { listAssignments } from "../memberships/app-role-assignments.ts";
import type { Resource } from "../odata/resource.ts";

const path = "/servicePrincipals";
const scopes = [
  "Application.Read.All",
  "Application.ReadWrite.All",
  "Directory.Read.All",
  "Directory.ReadWrite.All",
];

/** https://learn.microsoft.com/graph/api/resources/serviceprincipal#properties */
const resource: Resource<ServicePrincipal> = {
  name: "ServicePrincipal",
  type: "microsoft.graph.servicePrincipal",
  properties: {
    id: { read: ({ id }) => id, filter: { eq: "plain" } },
    appId: { read: ({ appId }) => appId, filter: { eq: "plain" } },
    displayName: {
      read: ({ displayName }) => displayName,
      filter: { eq: "plain", startsWith: "plain", "ge-le": "plain" },
      orderBy: "plain",
    },
  },
};

function applicationOf(call: Call): ServicePrincipal {
  const id = call.params.id ?? "";
  const found = call.tenant.directory.servicePrincipals.get(id.toLowerCase());
  if (!found) throw notFound(id);
  return found;
}

const listApplications: Endpoint = {
  method: "GET",
  path,
  documentation: "https://learn.microsoft.com/graph/api/serviceprincipal-list",
  scopes,
  options: ["$select", "$top", "$count", "$filter", "$search", "$orderby"],
  answer(call) {
    const select = selectFor(call, ["servicePrincipal"]);
    return listRows(call, {
      context: "servicePrincipals",
      rows: () => [...call.tenant.directory.servicePrincipals.values()],
      shown: (row) => rowOnWire(row, shapes.servicePrincipal, select),
      key: ({ id }) => id,
      resource,
      searchable: { displayName: ({ displayName }) => [displayName] },
    });
  },
};

const getApplication: Endpoint = {
  method: "GET",
  path: `${path}/{id}`,
  documentation: "https://learn.microsoft.com/graph/api/serviceprincipal-get",
  scopes,
  options: ["$select"],
  answer(call) {
    const select = selectFor(call, ["servicePrincipal"]);
    const shown = rowOnWire(applicationOf(call), shapes.servicePrincipal, select);
    const context = `${call.root}/$metadata#servicePrincipals/$entity`;
    return { status: 200, body: { "@odata.context": context, ...shown } };
  },
};

const listApplicationOwners: Endpoint = {
  method: "GET",
  path: `${path}/{id}/owners`,
  documentation: "https://learn.microsoft.com/graph/api/serviceprincipal-list-owners",
  scopes,
  options: relationshipOptions,
  answer(call) {
    const { ownerIds } = applicationOf(call);
    return listObjects(call, () => findObjects(call.tenant.directory, ownerIds));
  },
};

const listAssignedTo: Endpoint = {
  method: "GET",
  path: `${path}/{id}/appRoleAssignedTo`,
  documentation: "https://learn.microsoft.com/graph/api/serviceprincipal-list-approleassignedto",
  scopes,
  options: ["$select", "$top", "$count"],
  answer(call) {
    const { id } = applicationOf(call);
    return listAssignments(call, ({ resourceId }) => resourceId === id);
  },
};

/** The applications that people of the organization can be given, who owns them and who was. */
export const servicePrincipals: readonly Endpoint[] = [
  listApplications,
  getApplication,
  listApplicationOwners,
  listAssignedTo,
];
