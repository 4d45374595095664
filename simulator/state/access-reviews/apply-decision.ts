import type { Directory } from "../directory.ts";
import type { Group, User } from "../entities.ts";
import type { ApplyResult, Decision, Somebody } from "./rows.ts";
import { noteServiceEffect, personTarget, recordAuditedChange, target } from "./trail.ts";
import { roleOf, usersWithin } from "./who-is-reviewed.ts";

interface Doing {
  directory: Directory;
  at: number;
  by: Somebody | null;
}

/**
 * Takes the denied access away where Entra would, and says what became of it.
 * https://learn.microsoft.com/entra/id-governance/complete-access-review#apply-the-changes
 */
export function removeAccess(doing: Doing, decision: Decision): ApplyResult {
  const { directory } = doing;
  const user = directory.users.get(decision.principal.id);
  if (!user) return "AppliedSuccessfullyButObjectNotFound";
  const { type, id } = decision.resource;
  switch (type) {
    case "Group":
      return removeFromGroup(doing, user, directory.groups.get(id));
    case "ServicePrincipal":
      return removeAssignment(doing, user, id);
    case "DirectoryRole":
      return removeFromRole(doing, user, id);
  }
}

/** Graph cannot change the members of these: dynamic, synchronised, and mail-enabled but for Microsoft 365 groups. */
function isOutOfReach({
  groupTypes,
  onPremisesSyncEnabled,
  mailEnabled,
}: Pick<Group, "groupTypes" | "onPremisesSyncEnabled" | "mailEnabled">): boolean {
  if (groupTypes.includes("DynamicMembership") || onPremisesSyncEnabled === true) return true;
  return mailEnabled && !groupTypes.includes("Unified");
}

function removeFromGroup(doing: Doing, user: User, group: Group | undefined): ApplyResult {
  const { directory, at, by } = doing;
  if (!group) return "AppliedSuccessfullyButObjectNotFound";
  if (isOutOfReach(group)) return "ApplyNotSupported";
  if (!group.memberIds.has(user.id)) {
    const isNested = usersWithin(directory, group.id).some(({ id }) => id === user.id);
    return isNested ? "ApplyNotSupported" : "AppliedSuccessfullyButObjectNotFound";
  }
  directory.removeMember(group, user.id);
  recordAuditedChange(directory, {
    at,
    by,
    activity: "Remove member from group",
    category: "GroupManagement",
    operationType: "Unassign",
    targets: [personTarget(user), target(group.id, group.displayName, "Group")],
  });
  noteServiceEffect(directory, at, {
    by,
    method: "DELETE",
    path: `/groups/${group.id}/members/${user.id}/$ref`,
    kind: "group-member-removed",
    targetId: user.id,
  });
  return "AppliedSuccessfully";
}

/** What comes through a group stays: the group is not touched. */
function removeAssignment(doing: Doing, user: User, resourceId: string): ApplyResult {
  const { directory, at, by } = doing;
  const assignments = [...directory.appRoleAssignments.values()].filter(
    (each) => each.resourceId === resourceId,
  );
  const own = assignments.filter(({ principalId }) => principalId === user.id);
  if (own.length === 0) {
    const throughGroup = assignments.some(({ principalId }) =>
      usersWithin(directory, principalId).some(({ id }) => id === user.id),
    );
    return throughGroup ? "ApplyNotSupported" : "AppliedSuccessfullyButObjectNotFound";
  }
  const app = directory.servicePrincipals.get(resourceId);
  for (const { id } of own) {
    directory.appRoleAssignments.delete(id);
    noteServiceEffect(directory, at, {
      by,
      method: "DELETE",
      path: `/users/${user.id}/appRoleAssignments/${id}`,
      kind: "app-role-assignment-removed",
      targetId: user.id,
    });
  }
  recordAuditedChange(directory, {
    at,
    by,
    activity: "Remove app role assignment from user",
    category: "ApplicationManagement",
    operationType: "Unassign",
    targets: [personTarget(user), target(resourceId, app?.displayName ?? null, "ServicePrincipal")],
  });
  return "AppliedSuccessfully";
}

function removeFromRole(doing: Doing, user: User, templateId: string): ApplyResult {
  const { directory, at, by } = doing;
  const role = roleOf(directory, templateId);
  if (!role?.memberIds.delete(user.id)) return "AppliedSuccessfullyButObjectNotFound";
  recordAuditedChange(directory, {
    at,
    by,
    activity: "Remove member from role",
    category: "RoleManagement",
    operationType: "Unassign",
    targets: [personTarget(user), target(role.id, role.displayName, "Role")],
  });
  noteServiceEffect(directory, at, {
    by,
    method: "DELETE",
    path: `/directoryRoles/${role.id}/members/${user.id}/$ref`,
    kind: "directory-role-removed",
    targetId: user.id,
  });
  return "AppliedSuccessfully";
}
