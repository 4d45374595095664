import type { Directory } from "../../state/directory.ts";

const KEPT_MS = 30 * 86_400_000;

/** Removes for good what was deleted 30 days ago or earlier: https://learn.microsoft.com/graph/api/resources/directory */
export function purgeExpired(directory: Directory): void {
  const before = directory.clock.now() - KEPT_MS;
  for (const user of directory.deletedUsers.values()) {
    if (user.deletedDateTime !== null && Date.parse(user.deletedDateTime) <= before) {
      purge(directory, user.id);
    }
  }
}

/** Removes a deleted user for good, and everything that still pointed at them. */
export function purge(directory: Directory, id: string): void {
  directory.deletedUsers.delete(id);
  for (const group of directory.groupsOf(id)) directory.removeMember(group, id);
  for (const role of directory.roles.values()) role.memberIds.delete(id);
  for (const grants of [directory.roleGrants, directory.roleEligibilities]) {
    for (const { id: grantId, principalId } of grants.values()) {
      if (principalId === id) grants.delete(grantId);
    }
  }
  for (const kind of [directory.groups, directory.applications, directory.servicePrincipals]) {
    for (const { ownerIds } of kind.values()) ownerIds.delete(id);
  }
  for (const assignment of directory.appRoleAssignments.values()) {
    if (assignment.principalId === id) directory.appRoleAssignments.delete(assignment.id);
  }
  directory.noteChange(id, "purged");
}
