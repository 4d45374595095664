import { randomUUID } from "node:crypto";
import type { User } from "../state/entities.ts";
import { newGuest, type GuestIssuer } from "../state/new-user.ts";
import type { Tenant } from "../state/tenant.ts";
import { knownRole, makeEligible } from "./grant-role.ts";
import { daysBefore } from "./instants.ts";
import { signInsFrom } from "./last-seen.ts";
import { groupNamed } from "./make-group.ts";
import { noteInvitation } from "./note-invitation.ts";
import type { GuestRead, Named } from "./read-guest.ts";
import type { OwnedKind } from "./control-api.ts";
import { personOf } from "./who.ts";

/** Puts a person into the directory with everything that hangs on them. Nothing is changed when a name in it is unknown. */
export function addGuest(tenant: Tenant, wanted: GuestRead): User {
  const { directory } = tenant;
  const sponsorIds = (wanted.sponsors ?? []).map((who) => personOf(tenant, who, "sponsors").id);
  const inviter =
    wanted.invitedBy === undefined ? undefined : personOf(tenant, wanted.invitedBy, "invitedBy");
  const guest = draft(tenant, wanted, sponsorIds);
  const roles = (wanted.roles ?? []).map((name) => knownRole(tenant, name));
  const eligibleFor = (wanted.eligibleFor ?? []).map((name) => knownRole(tenant, name));
  for (const role of roles) role.memberIds.add(guest.id);
  for (const role of eligibleFor) makeEligible(tenant, guest, role);
  directory.users.set(guest.id, guest);
  directory.noteChange(guest.id, "changed");
  for (const group of wanted.groups) directory.addMember(groupNamed(tenant, group), guest.id);
  for (const thing of wanted.owns) own(tenant, guest, thing);
  if (inviter !== undefined) noteInvitation(tenant, guest, inviter, wanted.invitedDaysAgo ?? 0);
  return guest;
}

function draft(tenant: Tenant, wanted: GuestRead, sponsorIds: string[]): User {
  const now = tenant.clock.now();
  const invitedDaysAgo = wanted.invitedDaysAgo ?? wanted.createdDaysAgo ?? 200;
  const created = wanted.createdDaysAgo === undefined ? invitedDaysAgo : wanted.createdDaysAgo;
  const pending = wanted.state === "pending";
  return newGuest(
    {
      displayName: wanted.name,
      ...(wanted.mail !== undefined && { mail: wanted.mail }),
      ...(wanted.company !== undefined && { companyName: wanted.company }),
      userType: wanted.type ?? "Guest",
      accountEnabled: wanted.enabled ?? true,
      createdDateTime: created === null ? null : daysBefore(now, created),
      externalUserState: pending ? "PendingAcceptance" : "Accepted",
      externalUserStateChangeDateTime: daysBefore(now, invitedDaysAgo),
      signIns: signInsFrom(wanted.lastSeen ?? "never", now),
      sponsorIds,
    },
    { domain: tenant.defaultDomain, now, issuer: issuerOf(wanted) },
  );
}

function issuerOf({ provider, mail }: GuestRead): GuestIssuer {
  switch (provider ?? "entra") {
    case "otp":
      return "one-time-passcode";
    case "federated":
      return { federatedWith: mail?.split("@")[1] ?? "partner.example" };
    case "google":
      return "google";
    case "microsoft-account":
      return "microsoft-account";
    case "entra":
      return "entra";
  }
}

function own(tenant: Tenant, owner: User, { name, kind }: Named<OwnedKind>): void {
  const { applications, servicePrincipals } = tenant.directory;
  if (kind === "group") {
    groupNamed(tenant, { name, kind: "security" }).ownerIds.add(owner.id);
    return;
  }
  const rows = kind === "application" ? applications : servicePrincipals;
  const known = [...rows.values()].find((row) => row.displayName === name);
  const id = randomUUID();
  const row = known ?? { id, appId: randomUUID(), displayName: name, ownerIds: new Set<string>() };
  row.ownerIds.add(owner.id);
  rows.set(row.id, row);
}
