import type { Directory } from "../directory.ts";
import type { DirectoryRole, User } from "../entities.ts";
import { roleKeys, roleNames, roleTemplates, type RoleKey } from "../roles.ts";
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

/** The roles that guests ended up with, the worst first; whoever comes after may read the directory. */
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
