import type { DirectoryRole } from "../../state/entities.ts";
import { findObjects } from "../directory-objects/directory-object.ts";
import { listRows } from "../directory-objects/list-rows.ts";
import { rowOnWire, selectFor } from "../directory-objects/object-on-wire.ts";
import { shapes } from "../directory-objects/properties.ts";
import type { Call, Endpoint } from "../endpoint.ts";
import { notFound } from "../errors.ts";
import { relationship } from "../groups/relationship.ts";
import type { Resource } from "../odata/resource.ts";

const path = "/directoryRoles";
const scopes = [
  "RoleManagement.Read.Directory",
  "RoleManagement.ReadWrite.Directory",
  "Directory.Read.All",
  "Directory.ReadWrite.All",
];

/** https://learn.microsoft.com/graph/api/resources/directoryrole#properties */
const resource: Resource<DirectoryRole> = {
  name: "DirectoryRole",
  type: "microsoft.graph.directoryRole",
  properties: {
    displayName: { read: ({ displayName }) => displayName, filter: { eq: "plain" } },
    roleTemplateId: { read: ({ roleTemplateId }) => roleTemplateId, filter: { eq: "plain" } },
  },
};

/** A role is found by its own id, and by its template's too. */
function roleOf(call: Call): DirectoryRole {
  const id = (call.params.id ?? "").toLowerCase();
  const { roles } = call.tenant.directory;
  const found =
    roles.get(id) ?? [...roles.values()].find(({ roleTemplateId }) => roleTemplateId === id);
  if (!found) throw notFound(id);
  return found;
}

const listDirectoryRoles: Endpoint = {
  method: "GET",
  path,
  documentation: "https://learn.microsoft.com/graph/api/directoryrole-list",
  scopes,
  options: ["$select", "$filter"],
  refusedOptions: ["$top"],
  answer(call) {
    const select = selectFor(call, ["directoryRole"]);
    return listRows(call, {
      context: "directoryRoles",
      rows: () => [...call.tenant.directory.roles.values()],
      shown: (row) => rowOnWire(row, shapes.directoryRole, select),
      key: ({ id }) => id,
      resource,
    });
  },
};

/** The directory roles that are activated, and the principals that each was assigned to for the whole tenant. */
export const directoryRoles: readonly Endpoint[] = [
  listDirectoryRoles,
  ...relationship(
    {
      path: `${path}/{id}/members`,
      documentation: "https://learn.microsoft.com/graph/api/directoryrole-list-members",
      scopes,
      objects: (call) => {
        const { memberIds } = roleOf(call);
        return () => findObjects(call.tenant.directory, memberIds);
      },
    },
    [],
  ),
];
