import type { Directory } from "../directory.ts";
import type { DirectoryRole, Group, User } from "../entities.ts";
import { isInactive } from "./last-sign-in.ts";
import type { ReviewScope } from "./plan.ts";
import type { Resource } from "./rows.ts";

export interface Access {
  user: User;
  resource: Resource;
}

/** Everybody whose access the scope covers at this instant; an enumerating scope needs the group. */
export function whoIsReviewed(
  directory: Directory,
  scope: ReviewScope,
  at: number,
  group: Resource | null,
): Access[] {
  const covered = (user: User) => {
    if (scope.guestsOnly && user.userType !== "Guest") return false;
    return scope.inactiveDays === null || isInactive(user, scope.inactiveDays, at);
  };
  return accesses(directory, scope, group).filter(({ user }) => covered(user));
}

/** The groups that a review of every Microsoft 365 group makes an instance for: neither dynamic nor role-assignable. */
export function groupsToEnumerate(directory: Directory, teamsOnly: boolean): Group[] {
  return [...directory.groups.values()].filter(
    ({ groupTypes, isAssignableToRole, resourceProvisioningOptions }) =>
      groupTypes.includes("Unified") &&
      !groupTypes.includes("DynamicMembership") &&
      !isAssignableToRole &&
      (!teamsOnly || resourceProvisioningOptions.includes("Team")),
  );
}

export function groupResource({ id, displayName }: Group): Resource {
  return { id, displayName, type: "Group" };
}

/** The directory role made from a template; undefined where nobody ever held it. */
export function roleOf(directory: Directory, templateId: string): DirectoryRole | undefined {
  return [...directory.roles.values()].find((role) => role.roleTemplateId === templateId);
}

/** The users of a group, also through groups in it. */
export function usersWithin(directory: Directory, groupId: string): User[] {
  const users = new Map<string, User>();
  const seen = new Set<string>();
  const waiting = [groupId];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    for (const memberId of directory.groups.get(id)?.memberIds ?? []) {
      const user = directory.users.get(memberId);
      if (user) users.set(memberId, user);
      else if (directory.groups.has(memberId)) waiting.push(memberId);
    }
  }
  return [...users.values()];
}

function accesses(directory: Directory, scope: ReviewScope, group: Resource | null): Access[] {
  const { resources } = scope;
  switch (resources.kind) {
    case "group": {
      const found = directory.groups.get(resources.groupId);
      if (!found) return [];
      const resource = groupResource(found);
      return usersWithin(directory, found.id).map((user) => ({ user, resource }));
    }
    case "each-unified-group":
      return group === null ? [] : membersOf(directory, directory.groups.get(group.id));
    case "all-groups":
      return [...directory.groups.values()].flatMap((each) => membersOf(directory, each));
    case "application":
      return assignedTo(directory, resources.servicePrincipalId);
    case "role": {
      const role = roleOf(directory, resources.templateId);
      if (!role) return [];
      const { displayName, memberIds } = role;
      const resource: Resource = { id: role.roleTemplateId, displayName, type: "DirectoryRole" };
      return among(directory, memberIds, resource);
    }
  }
}

function membersOf(directory: Directory, group: Group | undefined): Access[] {
  return group ? among(directory, group.memberIds, groupResource(group)) : [];
}

function among(directory: Directory, ids: Iterable<string>, resource: Resource): Access[] {
  return [...ids].flatMap((id) => {
    const user = directory.users.get(id);
    return user ? [{ user, resource }] : [];
  });
}

/** Assigned themselves or through a group. */
function assignedTo(directory: Directory, servicePrincipalId: string): Access[] {
  const app = directory.servicePrincipals.get(servicePrincipalId);
  if (!app) return [];
  const resource: Resource = { id: app.id, displayName: app.displayName, type: "ServicePrincipal" };
  const users = new Map<string, User>();
  for (const { resourceId, principalId } of directory.appRoleAssignments.values()) {
    if (resourceId !== servicePrincipalId) continue;
    const user = directory.users.get(principalId);
    if (user) users.set(user.id, user);
    else for (const each of usersWithin(directory, principalId)) users.set(each.id, each);
  }
  return [...users.values()].map((user) => ({ user, resource }));
}
