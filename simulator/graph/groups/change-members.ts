import type { Group, User } from "../../state/entities.ts";
import type { AuditTarget } from "../../state/logs.ts";
import { roleTemplates } from "../../state/roles.ts";
import { recordAudit, userTarget } from "../audit.ts";
import type { DirectoryObject } from "../directory-objects/directory-object.ts";
import type { Call } from "../endpoint.ts";
import { badRequest, forbidden } from "../errors.ts";

/**
 * Who may make and rename groups without owning them. That members may, is switched off in this organization.
 * https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference
 */
export const groupWriters = [
  roleTemplates.globalAdministrator,
  roleTemplates.groupsAdministrator,
  roleTemplates.userAdministrator,
  roleTemplates.directoryWriters,
];
const memberWriters = [...groupWriters, roleTemplates.identityGovernanceAdministrator];

/** Refuses who may not change what a group is called. */
export function refuseUnlessGroupWriter(call: Call, group: Group): void {
  refuseUnlessHeld(call, group, groupWriters);
}

/**
 * Refuses who may not change the members of this group, and groups whose members nobody changes by hand.
 * https://learn.microsoft.com/graph/api/group-delete-members
 */
export function refuseUnlessChangeable(call: Call, group: Group): void {
  refuseUnlessHeld(call, group, memberWriters);
  if (group.groupTypes.includes("DynamicMembership")) {
    throw badRequest("Insufficient privileges to modify the members of a dynamic group.");
  }
  refuseForeignMaster(group);
}

function refuseUnlessHeld(call: Call, group: Group, administrators: readonly string[]): void {
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
}

/** 400: what an organization's own directory or Exchange masters is only read here. */
export function refuseForeignMaster(group: Group): void {
  if (group.onPremisesSyncEnabled === true) {
    throw badRequest(
      "Unable to update the specified properties for on-premises mastered Directory Sync objects or objects currently undergoing migration.",
    );
  }
  if (group.mailEnabled && !group.groupTypes.includes("Unified")) {
    throw badRequest("Cannot Update a mail-enabled security groups and or distribution list.");
  }
}

/** 400: Microsoft 365 groups hold people alone: https://learn.microsoft.com/graph/api/group-post-members */
export function refuseUnfitMembers(group: Group, members: readonly DirectoryObject[]): void {
  const isUnified = group.groupTypes.includes("Unified");
  const unfit = members.find(
    ({ kind }) =>
      kind !== "user" && (isUnified || kind === "directoryRole" || kind === "application"),
  );
  if (unfit) {
    throw badRequest(`An object of the type '${unfit.kind}' cannot be a member of this group.`);
  }
}

/** A group as the target of an audited change. */
export function groupTarget(group: Group): AuditTarget {
  return {
    id: group.id,
    displayName: group.displayName,
    type: "Group",
    userPrincipalName: null,
    modifiedProperties: [],
  };
}

/** Leaves the trace of one person's coming or going in the audit log and the effect log. */
export function noteMembership(
  call: Call,
  group: Group,
  user: User | undefined,
  change: "added" | "removed",
): void {
  const { directory } = call.tenant;
  const target = groupTarget(group);
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
