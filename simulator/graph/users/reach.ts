import type { Call } from "../endpoint.ts";
import { forbidden } from "../errors.ts";
import { roleTemplates } from "../../state/roles.ts";
import type { Directory } from "../../state/directory.ts";
import type { User } from "../../state/entities.ts";

/** Roles whose holders a User Administrator may still block or remove. */
const withinReach: ReadonlySet<string> = new Set([
  roleTemplates.directoryReaders,
  roleTemplates.guestInviter,
  roleTemplates.helpdeskAdministrator,
  roleTemplates.reportsReader,
  roleTemplates.userAdministrator,
]);

/**
 * Refuses a sensitive action on somebody who is more privileged than the caller.
 * https://learn.microsoft.com/graph/api/resources/users#who-can-perform-sensitive-actions
 */
export function refuseOutOfReach(call: Call, target: User): void {
  if (call.caller.roles.has(roleTemplates.globalAdministrator)) return;
  if (isPrivileged(call.tenant.directory, target)) throw forbidden();
}

function isPrivileged(directory: Directory, user: User): boolean {
  if (directory.groupsOf(user.id).some((group) => group.isAssignableToRole)) return true;
  return directory.rolesOf(user.id).some((role) => !withinReach.has(role.roleTemplateId));
}
