import type { Directory } from "../directory.ts";
import type { DirectoryRole, User } from "../entities.ts";
import type { RoleKey } from "../roles.ts";
import { assignApp } from "./apps.ts";
import { openToGuests, type DraftGroup } from "./groups.ts";
import { drawDeletedGuest, drawExternalMember, drawGuests, type Setting } from "./guests.ts";
import type { Partner } from "./partners.ts";
import type { Random } from "./random.ts";
import { giveGuestsRoles, giveGuestsRolesOtherwise } from "./role-holders.ts";

interface House {
  directory: Directory;
  partners: readonly Partner[];
  setting: Setting;
  drafts: readonly DraftGroup[];
  roles: ReadonlyMap<RoleKey, DirectoryRole>;
}

/** Fills the directory with guests, external members and deleted guests, and with all that they may reach. */
export function welcomeGuests(random: Random, house: House): void {
  const { directory, partners, setting, drafts } = house;
  const resources = [...directory.servicePrincipals.values()];
  const rules = membershipRules(drafts, partners);
  const open = openToGuests(drafts);
  const busy: User[] = [];
  let count = 0;
  for (const [guest, partner, rank] of drawGuests(random, partners, setting)) {
    directory.users.set(guest.id, guest);
    join(random, guest, open, rank);
    rules.get(partner)?.members.add(guest.id);
    if (random.chance(0.08))
      assignApp(random, directory, resources, { id: guest.id, type: "User" }, setting.now);
    if (busy.length < 1_000 && guest.signIns?.lastSuccessAt !== undefined) busy.push(guest);
    count += 1;
  }
  if (partners.length === 0) return;
  comeOtherwise(random, house, count);
  for (const draft of open.slice(0, 3)) {
    assignApp(random, directory, resources, { id: draft.group.id, type: "Group" }, setting.now);
  }
  trust(random, house, busy);
}

/** A dynamic group takes in everybody of one partner, the largest first. */
function membershipRules(
  drafts: readonly DraftGroup[],
  partners: readonly Partner[],
): ReadonlyMap<Partner, DraftGroup> {
  const rules = new Map<Partner, DraftGroup>();
  const dynamic = drafts.filter(({ kind }) => kind === "dynamic");
  for (const [index, draft] of dynamic.entries()) {
    const partner = partners[index];
    const domain = partner?.domains[0];
    if (partner === undefined || domain === undefined) break;
    draft.group.displayName = `Guests of ${partner.companyName ?? domain}`;
    draft.group.membershipRule = `(user.userType -eq "Guest") and (user.mail -match "${domain.replaceAll(".", "\\.")}$")`;
    draft.members.clear();
    rules.set(partner, draft);
  }
  return rules;
}

/** A quarter are in no group; the others mostly where their partner's people are. */
function join(random: Random, guest: User, open: readonly DraftGroup[], partner: number): void {
  if (random.chance(0.25)) return;
  const count = random.weighted([
    [1, 55],
    [2, 25],
    [3, 12],
    [6, 8],
  ] as const);
  for (let each = 0; each < count; each += 1) {
    const near = random.chance(0.7) ? partner * 3 + random.below(3) : random.below(open.length);
    open[near % open.length]?.members.add(guest.id);
  }
}

function comeOtherwise(
  random: Random,
  { directory, partners, setting }: House,
  guests: number,
): void {
  const some = (share: number) => (guests < 20 ? 0 : Math.max(2, Math.round(guests * share)));
  const companies = partners.filter(({ companyName }) => companyName !== null);
  for (let each = some(0.015); each > 0; each -= 1) {
    const member = drawExternalMember(random, random.pick(companies), setting);
    directory.users.set(member.id, member);
  }
  for (let each = some(0.01); each > 0; each -= 1) {
    const guest = drawDeletedGuest(random, random.pick(companies), setting);
    directory.deletedUsers.set(guest.id, guest);
  }
}

/** What busy guests were trusted with: directory roles, groups that carry one, and ownership. */
function trust(random: Random, house: House, busy: readonly User[]): void {
  const { directory, drafts, roles, setting } = house;
  const share = Math.ceil(busy.length / 100);
  const next = takerOf(busy);
  giveGuestsRoles(roles, next(share + 2));
  const carriers = drafts.filter(({ kind }) => kind === "role-assignable");
  for (const [index, { group, members }] of carriers.entries()) {
    roles.get(index === 0 ? "directoryReaders" : "helpdeskAdministrator")?.memberIds.add(group.id);
    for (const { id } of next(index === 0 ? 3 : 1)) members.add(id);
  }
  for (const { group } of drafts.slice(0, 4)) for (const { id } of next(1)) group.ownerIds.add(id);
  for (const rows of [directory.applications, directory.servicePrincipals]) {
    for (const row of [...rows.values()].slice(0, 2)) {
      for (const { id } of next(1)) row.ownerIds.add(id);
    }
  }
  giveGuestsRolesOtherwise(random, directory, next, setting.now);
}

function takerOf(users: readonly User[]): (count: number) => readonly User[] {
  let taken = 0;
  return (count) => {
    const some = users.slice(taken, taken + count);
    taken += count;
    return some;
  };
}
