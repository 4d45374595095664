import {
  DIRECTORY_READ_ALL,
  ROLE_ELIGIBILITY_SCHEDULE_READ_DIRECTORY,
} from "@/lib/domain/graph-scopes";
import "../jitless";
import { z } from "zod";

/** https://learn.microsoft.com/graph/api/rbacapplication-list-roleassignments#permissions, and groups with their members */
export const ASSIGNMENT_SCOPES = [DIRECTORY_READ_ALL] as const;

/** https://learn.microsoft.com/graph/api/rbacapplication-list-roleeligibilityscheduleinstances#permissions */
export const ELIGIBILITY_SCOPE = ROLE_ELIGIBILITY_SCHEDULE_READ_DIRECTORY;

/** All that is needed to find everybody who holds a role or may activate one. */
export const ROLE_HOLDER_SCOPES = [...ASSIGNMENT_SCOPES, ELIGIBILITY_SCOPE] as const;

/** Who holds a role: for the whole tenant or within a scope, of Microsoft's or of the tenant's own, activated or for good. */
const ASSIGNMENTS = "/roleManagement/directory/roleAssignments";

/** Who may activate a role now. */
const ELIGIBILITIES = "/roleManagement/directory/roleEligibilityScheduleInstances";

export const grantOnWire = z.object({ principalId: z.string() });

/** Who holds a role, or whether one principal does. */
export function assignments(principalId?: string): string {
  return grantsOf(ASSIGNMENTS, principalId);
}

/** Who may activate a role, or whether one principal may. */
export function eligibilities(principalId?: string): string {
  return grantsOf(ELIGIBILITIES, principalId);
}

/** Neither takes a page size: both document `$filter`, `$select` and `$expand` alone. */
function grantsOf(path: string, principalId: string | undefined): string {
  const filter =
    principalId === undefined
      ? ""
      : `&$filter=${encodeURIComponent(`principalId eq '${principalId}'`)}`;
  return `${path}?$select=id,principalId${filter}`;
}
