import { everybody } from "../../state/consent.ts";
import { roleTemplates } from "../../state/roles.ts";
import { graphAppId } from "../../state/seed/product.ts";
import { listRows } from "../directory-objects/list-rows.ts";
import type { Call, Endpoint } from "../endpoint.ts";
import type { Resource } from "../odata/resource.ts";
import { parseSelect } from "../odata/select.ts";
import { permissionGrantId } from "./permission-grant-id.ts";

interface PermissionGrant {
  id: string;
  clientId: string;
  consentType: "AllPrincipals" | "Principal";
  principalId: string | null;
  resourceId: string;
  scope: string;
}

const names: readonly (keyof PermissionGrant)[] = [
  "id",
  "clientId",
  "consentType",
  "principalId",
  "resourceId",
  "scope",
];

/** https://learn.microsoft.com/graph/api/resources/oauth2permissiongrant#properties */
const resource: Resource<PermissionGrant> = {
  name: "OAuth2PermissionGrant",
  type: "microsoft.graph.oAuth2PermissionGrant",
  properties: {
    clientId: { read: (row) => row.clientId, filter: { eq: "plain-only" } },
    consentType: { read: (row) => row.consentType, filter: { eq: "plain-only" } },
    principalId: { read: (row) => row.principalId, filter: { eq: "plain-only" } },
    resourceId: { read: (row) => row.resourceId, filter: { eq: "plain-only" } },
  },
  known: new Set(names),
};

/**
 * What was consented to, as grants. Consents are to the one app that signs in here, and all for Microsoft Graph: the
 * product's own API needs none. `openid`, `profile` and `offline_access` are not remembered, so no grant names them.
 */
function grantsIn({ tenant, caller }: Call): PermissionGrant[] {
  const principals = [...tenant.directory.servicePrincipals.values()];
  const clientId = principals.find(({ appId }) => appId === caller.appId)?.id;
  const resourceId = principals.find(({ appId }) => appId === graphAppId)?.id;
  if (clientId === undefined || resourceId === undefined) return [];
  return [...tenant.consents].flatMap(([who, scopes]) => {
    if (scopes.size === 0) return [];
    const principalId = who === everybody ? null : who;
    return {
      id: permissionGrantId(clientId, resourceId, principalId),
      clientId,
      consentType: principalId === null ? ("AllPrincipals" as const) : ("Principal" as const),
      principalId,
      resourceId,
      scope: [...scopes].join(" "),
    };
  });
}

/** The delegated permissions that apps were granted, for everybody or for one person. */
export const listPermissionGrants: Endpoint = {
  method: "GET",
  path: "/oauth2PermissionGrants",
  documentation: "https://learn.microsoft.com/graph/api/oauth2permissiongrant-list",
  scopes: [
    "Directory.Read.All",
    "DelegatedPermissionGrant.ReadWrite.All",
    "Directory.ReadWrite.All",
  ],
  roles: [
    roleTemplates.globalReader,
    roleTemplates.directoryReaders,
    roleTemplates.directoryWriters,
    roleTemplates.applicationAdministrator,
    roleTemplates.privilegedRoleAdministrator,
    roleTemplates.userAdministrator,
  ],
  options: ["$filter", "$select", "$top"],
  answer(call) {
    const isKnown = (name: string) => resource.known?.has(name) === true;
    const select = parseSelect(call.query.get("$select"), resource.type, isKnown);
    return listRows(call, {
      context: "oauth2PermissionGrants",
      rows: () => grantsIn(call),
      shown: (row) =>
        Object.fromEntries(
          names.filter((name) => select?.includes(name) ?? true).map((name) => [name, row[name]]),
        ),
      key: (row) => row.id,
      resource,
    });
  },
};
