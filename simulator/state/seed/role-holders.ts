import type { Directory } from "../directory.ts";
import type { DirectoryRole, User } from "../entities.ts";
import { roleKeys, roleNames, roleTemplates, type RoleKey } from "../roles.ts";
import { newGroup } from "../new-group.ts";
import { daysAgo, instant } from "./graph-instants.ts";
import type { Random } from "./random.ts";

/** Activates every directory role that the simulator knows, as yet without members. */
export function activateRoles(
  random: Random,
  directory: Directory,
): ReadonlyMap<RoleKey, DirectoryRole> {
  const roles = new Map<RoleKey, DirectoryRole>();
  for (const key of roleKeys) {
    const role: DirectoryRole = {
      id: random.guid(),
      roleTemplateId: roleTemplates[key],
      displayName: roleNames[key],
      memberIds: new Set(),
    };
    roles.set(key, role);
    directory.roles.set(role.id, role);
  }
  return roles;
}

/** The roles that guests ended up with, the worst first; guests after these may read the directory. */
const givenToGuests: readonly RoleKey[] = ["userAdministrator", "guestInviter", "globalReader"];

/** Gives roles to these guests, which no organization should have done and many have. */
export function giveGuestsRoles(
  roles: ReadonlyMap<RoleKey, DirectoryRole>,
  guests: readonly User[],
): void {
  for (const [index, guest] of guests.entries()) {
    roles.get(givenToGuests[index] ?? "directoryReaders")?.memberIds.add(guest.id);
  }
}

/**
 * Gives guests roles that no list of a role's members shows: one that may be activated, one within an administrative unit,
 * one of the organization's own, and one that the members of a group may activate.
 */
export function giveGuestsRolesOtherwise(
  random: Random,
  directory: Directory,
  next: (count: number) => readonly User[],
  now: number,
): void {
  const [eligible, scoped, custom, onCall] = next(4);
  const own = { id: random.guid(), displayName: "Partner Account Coordinator" };
  const unit = `/administrativeUnits/${random.guid()}`;
  directory.customRoles.set(own.id, own);
  const { userAdministrator, helpdeskAdministrator, groupsAdministrator } = roleTemplates;
  const grant = (principal: { id: string } | undefined, roleDefinitionId: string, scope = "/") => ({
    id: `${random.guid().replaceAll("-", "")}-1`,
    principalId: principal?.id ?? "",
    roleDefinitionId,
    directoryScopeId: scope,
  });
  const grants = [grant(scoped, helpdeskAdministrator, unit), grant(custom, own.id)];
  const group = newGroup({
    id: random.guid(),
    displayName: "Directory on-call",
    description: "May activate a directory role",
    isAssignableToRole: true,
    visibility: "Private",
    createdDateTime: instant(daysAgo(now, 120)),
    memberIds: new Set(onCall ? [onCall.id] : []),
  });
  directory.groups.set(group.id, group);
  const eligibilities = [grant(eligible, userAdministrator), grant(group, groupsAdministrator)];
  for (const row of grants) if (row.principalId !== "") directory.roleGrants.set(row.id, row);
  for (const row of eligibilities) {
    if (row.principalId === "") continue;
    const schedule = { startDateTime: instant(daysAgo(now, 90)), endDateTime: null };
    directory.roleEligibilities.set(row.id, { ...row, ...schedule });
  }
}
