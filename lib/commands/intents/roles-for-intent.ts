import type { IntentKind } from "@/lib/domain/intent";
import { type DirectoryRole, ROLES } from "../roles-for";

const { global, users, governance, groups, writers } = ROLES;

/**
 * The directory roles of which one is needed, the least first; none named means that no role is needed: whoever is
 * asked as a reviewer decides. https://learn.microsoft.com/graph/api/resources/accessreviewsv2-overview#role-and-permission-authorization-checks,
 * https://learn.microsoft.com/entra/identity/role-based-access-control/delegate-by-task#groups and
 * https://learn.microsoft.com/graph/api/group-post-members
 */
export function requiredRolesForIntent(kind: IntentKind): readonly DirectoryRole[] {
  switch (kind) {
    case "create-review":
    case "change-review":
    case "delete-review":
    case "stop-review":
    case "stop-instance":
    case "apply-instance":
    case "reset-instance":
    case "remind-reviewers":
      return [governance, users, global];
    case "accept-recommendations":
    case "answer-item":
      return [];
    case "create-group":
      return [groups, users, writers, global];
    case "add-member":
    case "remove-member":
      return [groups, governance, users, writers, global];
  }
}

/**
 * Whether one of these roles is enough; null when only Graph can tell: owners change their own groups without a role,
 * and tenants may let everybody make security groups
 * (https://learn.microsoft.com/graph/api/resources/defaultuserrolepermissions).
 */
export function mayCarryOutIntent(
  kind: IntentKind,
  myRoles: ReadonlySet<string> | null,
): boolean | null {
  const needed = requiredRolesForIntent(kind);
  if (needed.length === 0) return true;
  if (myRoles === null) return null;
  if (needed.some(({ templateId }) => myRoles.has(templateId))) return true;
  const mayWithout = kind === "create-group" || kind === "add-member" || kind === "remove-member";
  return mayWithout ? null : false;
}
