import type { RoleEligibility } from "../../state/entities.ts";
import { roleTemplates } from "../../state/roles.ts";
import type { Tenant } from "../../state/tenant.ts";
import { listRows } from "../directory-objects/list-rows.ts";
import type { Shape } from "../directory-objects/properties.ts";
import type { Endpoint } from "../endpoint.ts";
import { GraphRefusal } from "../errors.ts";
import type { Resource } from "../odata/resource.ts";
import { grantProperties, shownGrants } from "./grants.ts";

/** https://learn.microsoft.com/graph/api/resources/unifiedroleeligibilityscheduleinstance#properties */
const properties: Shape<RoleEligibility>["properties"] = {
  ...grantProperties,
  startDateTime: ({ startDateTime }) => startDateTime,
  endDateTime: ({ endDateTime }) => endDateTime,
  memberType: () => "Direct",
  roleEligibilityScheduleId: ({ id }) => id,
};
const shape: Shape<RoleEligibility> = { byDefault: Object.keys(properties), properties };

const resource: Resource<RoleEligibility> = {
  name: "UnifiedRoleEligibilityScheduleInstance",
  type: "microsoft.graph.unifiedRoleEligibilityScheduleInstance",
  properties: {
    principalId: { read: (row) => row.principalId, filter: { eq: "plain", ne: "plain" } },
    roleDefinitionId: { read: (row) => row.roleDefinitionId, filter: { eq: "plain", ne: "plain" } },
    directoryScopeId: { read: (row) => row.directoryScopeId, filter: { eq: "plain", ne: "plain" } },
  },
};

/** Who may activate which directory role now, themselves or as members of the group that is named. */
export const roleEligibilityScheduleInstances: Endpoint = {
  method: "GET",
  path: "/roleManagement/directory/roleEligibilityScheduleInstances",
  documentation:
    "https://learn.microsoft.com/graph/api/rbacapplication-list-roleeligibilityscheduleinstances",
  scopes: [
    "RoleEligibilitySchedule.Read.Directory",
    "RoleEligibilitySchedule.ReadWrite.Directory",
    "RoleManagement.Read.Directory",
    "RoleManagement.Read.All",
    "RoleManagement.ReadWrite.Directory",
  ],
  // A User Administrator is not among them; Security Operators are, whom this simulator does not know.
  roles: [
    roleTemplates.globalReader,
    roleTemplates.securityReader,
    roleTemplates.securityAdministrator,
    roleTemplates.privilegedRoleAdministrator,
  ],
  options: ["$select", "$filter"],
  answer(call) {
    refuseUnlicensed(call.tenant);
    return listRows(call, {
      context: "roleManagement/directory/roleEligibilityScheduleInstances",
      rows: () => instancesOf(call.tenant),
      shown: shownGrants(call, resource.type, shape),
      key: ({ id }) => id,
      resource,
    });
  },
};

function instancesOf({ directory, clock }: Tenant): RoleEligibility[] {
  const now = clock.now();
  return [...directory.roleEligibilities.values()].filter(
    ({ startDateTime, endDateTime }) =>
      Date.parse(startDateTime) <= now && (endDateTime === null || Date.parse(endDateTime) > now),
  );
}

/**
 * 400: Privileged Identity Management needs Entra ID P2. Code and words are what clients of it report; Microsoft documents
 * only that the licence is needed: https://learn.microsoft.com/entra/id-governance/licensing-fundamentals
 */
function refuseUnlicensed({ licence }: Tenant): void {
  if (licence === "P2" || licence === "governance") return;
  throw new GraphRefusal(
    400,
    "AadPremiumLicenseRequired",
    "The tenant needs to have Microsoft Entra ID P2 or Microsoft Entra ID Governance license.",
  );
}
