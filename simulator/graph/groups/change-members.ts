import type { Group, User } from "../../state/entities.ts";
import { roleTemplates } from "../../state/roles.ts";
import { recordAudit, userTarget } from "../audit.ts";
import type { Call } from "../endpoint.ts";
import { badRequest, forbidden } from "../errors.ts";

const administrators = [
  roleTemplates.globalAdministrator,
  roleTemplates.userAdministrator,
  roleTemplates.identityGovernanceAdministrator,
  roleTemplates.directoryWriters,
];

/**
 * Refuses who may not change the members of this group, and groups whose members nobody changes by hand.
 * https://learn.microsoft.com/graph/api/group-delete-members
 */
export function refuseUnlessChangeable(call: Call, group: Group): void {
  const { roles, userId, scopes } = call.caller;
  const holds = (role: string) => roles.has(role);
  if (group.isAssignableToRole) {
    const may = [roleTemplates.globalAdministrator, roleTemplates.privilegedRoleAdministrator].some(
      holds,
    );
    if (!may || !scopes.has("RoleManagement.ReadWrite.Directory")) throw forbidden();
  } else if (!group.ownerIds.has(userId) && !administrators.some(holds)) {
    throw forbidden();
  }
  if (group.groupTypes.includes("DynamicMembership")) {
    throw badRequest("Insufficient privileges to modify the members of a dynamic group.");
  }
  if (group.onPremisesSyncEnabled === true) {
    throw badRequest(
      "Unable to update the specified properties for on-premises mastered Directory Sync objects or objects currently undergoing migration.",
    );
  }
}

/** Leaves the trace of one person's coming or going in the audit log and the effect log. */
export function noteMembership(
  call: Call,
  group: Group,
  user: User | undefined,
  change: "added" | "removed",
): void {
  const { directory } = call.tenant;
  const target = {
    id: group.id,
    displayName: group.displayName,
    type: "Group",
    userPrincipalName: null,
    modifiedProperties: [],
  };
  recordAudit(call, {
    activity: change === "added" ? "Add member to group" : "Remove member from group",
    category: "GroupManagement",
    operationType: change === "added" ? "Assign" : "Unassign",
    targets: user ? [userTarget(user), target] : [target],
  });
  directory.noteEffect({
    actorId: call.caller.userId,
    method: call.method,
    path: call.path,
    kind: `group-member-${change}`,
    targetId: user?.id ?? group.id,
  });
}
