import type { Directory } from "../state/directory.ts";
import type { Group, User } from "../state/entities.ts";
import { newGroup } from "../state/new-group.ts";
import { daysAgo, instant } from "../state/seed/graph-instants.ts";
import type { Random } from "../state/seed/random.ts";
import type { Tenant } from "../state/tenant.ts";

/** The groups that the reviews of the demonstration are about. */
export interface DemoGroups {
  /** Holds guests and a group of guests. */
  nested: Group;
  dynamic: Group | undefined;
  synced: Group | undefined;
  /** Guests, and nothing that would keep a review from being applied. */
  plain: Group;
}

/** Completes the groups of a seeded organization: every kind has guests, some have no owner, some are the manager's. */
export function completeGroups(
  { directory, defaultDomain }: Tenant,
  random: Random,
  { now, managerId }: { now: number; managerId: string },
): DemoGroups {
  const made = { directory, now };
  const guests = longKnown(directory, now);
  const full = [...directory.groups.values()].filter((group) => hasGuests(directory, group));
  const advisers = add(made, random, "Tender Data Room Advisers", draw(random, guests, 4));
  const nested = add(made, random, "Tender Data Room", [
    ...draw(random, guests, 12).filter((id) => !advisers.memberIds.has(id)),
    advisers.id,
  ]);
  add(made, random, "Partner Newsletter", draw(random, guests, 15), {
    mail: `partner-newsletter@${defaultDomain}`,
    mailEnabled: true,
    securityEnabled: false,
  });
  nested.ownerIds.add(managerId);
  for (const group of full.filter(isUnified).slice(0, 2)) group.ownerIds.add(managerId);
  full.filter(isUnified)[2]?.ownerIds.clear();
  const powerful = [...directory.groups.values()].find((group) => group.isAssignableToRole);
  if (powerful) for (const id of draw(random, guests, 2)) directory.addMember(powerful, id);
  return {
    nested,
    dynamic: full.find(({ groupTypes }) => groupTypes.includes("DynamicMembership")),
    synced: full.find(({ onPremisesSyncEnabled }) => onPremisesSyncEnabled === true),
    plain: full.find(isPlain) ?? advisers,
  };
}

function isUnified({ groupTypes }: Group): boolean {
  return groupTypes.includes("Unified");
}

function isPlain({ groupTypes, mailEnabled, onPremisesSyncEnabled, isAssignableToRole }: Group) {
  return groupTypes.length === 0 && !mailEnabled && !onPremisesSyncEnabled && !isAssignableToRole;
}

function hasGuests(directory: Directory, { memberIds }: Group): boolean {
  for (const id of memberIds) if (directory.users.get(id)?.userType === "Guest") return true;
  return false;
}

/** A few hundred guests who were here before any of the reviews. */
function longKnown(directory: Directory, now: number): User[] {
  const found: User[] = [];
  const before = instant(daysAgo(now, 120));
  for (const user of directory.users.values()) {
    if (user.userType !== "Guest" || (user.createdDateTime ?? before) > before) continue;
    found.push(user);
    if (found.length === 400) break;
  }
  return found;
}

function draw(random: Random, guests: readonly User[], count: number): string[] {
  const found = new Set<string>();
  for (let each = 0; each < count && guests.length > 0; each += 1)
    found.add(random.pick(guests).id);
  return [...found];
}

function add(
  { directory, now }: { directory: Directory; now: number },
  random: Random,
  displayName: string,
  memberIds: readonly string[],
  overrides: Partial<Group> = {},
): Group {
  const group = newGroup({
    id: random.guid(),
    displayName,
    createdDateTime: instant(daysAgo(now, random.between(150, 900))),
    ...overrides,
    memberIds: new Set(memberIds),
  });
  directory.groups.set(group.id, group);
  return group;
}
