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
export function addGuest(tenant: Tenant, request: GuestRead): User {
  const { directory } = tenant;
  const sponsorIds = (request.sponsors ?? []).map((who) => personOf(tenant, who, "sponsors").id);
  const inviter =
    request.invitedBy === undefined ? undefined : personOf(tenant, request.invitedBy, "invitedBy");
  const guest = draft(tenant, request, sponsorIds);
  const roles = (request.roles ?? []).map((name) => knownRole(tenant, name));
  const eligibleFor = (request.eligibleFor ?? []).map((name) => knownRole(tenant, name));
  for (const role of roles) role.memberIds.add(guest.id);
  for (const role of eligibleFor) makeEligible(tenant, guest, role);
  directory.users.set(guest.id, guest);
  directory.noteChange(guest.id, "changed");
  for (const group of request.groups) directory.addMember(groupNamed(tenant, group), guest.id);
  for (const object of request.owns) own(tenant, guest, object);
  if (inviter !== undefined) noteInvitation(tenant, guest, inviter, request.invitedDaysAgo ?? 0);
  return guest;
}

function draft(tenant: Tenant, request: GuestRead, sponsorIds: string[]): User {
  const now = tenant.clock.now();
  const invitedDaysAgo = request.invitedDaysAgo ?? request.createdDaysAgo ?? 200;
  const created = request.createdDaysAgo === undefined ? invitedDaysAgo : request.createdDaysAgo;
  const pending = request.state === "pending";
  return newGuest(
    {
      displayName: request.name,
      ...(request.mail !== undefined && { mail: request.mail }),
      ...(request.company !== undefined && { companyName: request.company }),
      userType: request.type ?? "Guest",
      accountEnabled: request.enabled ?? true,
      createdDateTime: created === null ? null : daysBefore(now, created),
      externalUserState: pending ? "PendingAcceptance" : "Accepted",
      externalUserStateChangeDateTime: daysBefore(now, invitedDaysAgo),
      signIns: signInsFrom(request.lastSeen ?? "never", now),
      sponsorIds,
    },
    { domain: tenant.defaultDomain, now, issuer: issuerOf(request) },
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
