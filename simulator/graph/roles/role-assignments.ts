import type { Directory } from "../../state/directory.ts";
import type { RoleGrant } from "../../state/entities.ts";
import { listRows } from "../directory-objects/list-rows.ts";
import type { Shape } from "../directory-objects/properties.ts";
import type { Endpoint } from "../endpoint.ts";
import type { Resource } from "../odata/resource.ts";
import { grantProperties, shownGrants } from "./grants.ts";

/** https://learn.microsoft.com/graph/api/resources/unifiedroleassignment#properties */
const shape: Shape<RoleGrant> = {
  byDefault: Object.keys(grantProperties),
  properties: grantProperties,
};

const resource: Resource<RoleGrant> = {
  name: "UnifiedRoleAssignment",
  type: "microsoft.graph.unifiedRoleAssignment",
  properties: {
    principalId: { read: ({ principalId }) => principalId, filter: { eq: "plain" } },
    roleDefinitionId: { read: ({ roleDefinitionId }) => roleDefinitionId, filter: { eq: "plain" } },
    directoryScopeId: { read: ({ directoryScopeId }) => directoryScopeId, filter: { eq: "plain" } },
  },
};

/**
 * Who holds which directory role, for the whole tenant or within a scope, the organization's own roles included. Who may
 * only activate one is not here. Members of an organization may read it by default, guests may not:
 * https://learn.microsoft.com/entra/fundamentals/users-default-permissions
 */
export const roleAssignments: Endpoint = {
  method: "GET",
  path: "/roleManagement/directory/roleAssignments",
  documentation: "https://learn.microsoft.com/graph/api/rbacapplication-list-roleassignments",
  scopes: [
    "RoleManagement.Read.Directory",
    "RoleManagement.Read.All",
    "Directory.Read.All",
    "RoleManagement.ReadWrite.Directory",
    "Directory.ReadWrite.All",
  ],
  options: ["$select", "$filter"],
  refusedOptions: ["$top"],
  answer(call) {
    return listRows(call, {
      context: "roleManagement/directory/roleAssignments",
      rows: () => assignmentsOf(call.tenant.directory),
      shown: shownGrants(call, resource.type, shape),
      key: ({ id }) => id,
      resource,
    });
  },
};

function assignmentsOf(directory: Directory): RoleGrant[] {
  const tenantWide = [...directory.roles.values()].flatMap(({ roleTemplateId, memberIds }) =>
    [...memberIds].map((principalId) => ({
      id: assignmentId(roleTemplateId, principalId),
      principalId,
      roleDefinitionId: roleTemplateId,
      directoryScopeId: "/",
    })),
  );
  return [...tenantWide, ...directory.roleGrants.values()];
}

/** As long and as opaque as Graph's: the role and the principal in one. */
function assignmentId(roleDefinitionId: string, principalId: string): string {
  const both = `${roleDefinitionId}${principalId}`.replaceAll("-", "");
  return `${Buffer.from(both, "hex").toString("base64url")}-1`;
}
