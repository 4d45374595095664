import { defaults } from "./defaults.ts";
import type { ObjectIdentity, User } from "./entities.ts";

/** Where and when somebody is created; the default tenant and this moment when not said. */
export interface Surroundings {
  domain?: string;
  now?: number;
}

/** How a guest proves who they are. */
export type GuestIssuer =
  | "entra"
  | "google"
  | "microsoft-account"
  | "one-time-passcode"
  | { federatedWith: string };

const empty = (): User => ({
  id: crypto.randomUUID(),
  displayName: null,
  givenName: null,
  surname: null,
  mail: null,
  otherMails: [],
  userPrincipalName: "",
  mailNickname: null,
  userType: "Member",
  accountEnabled: true,
  companyName: null,
  department: null,
  jobTitle: null,
  city: null,
  country: null,
  usageLocation: null,
  preferredLanguage: null,
  creationType: null,
  externalUserState: null,
  externalUserStateChangeDateTime: null,
  createdDateTime: null,
  deletedDateTime: null,
  identities: [],
  onPremisesSyncEnabled: null,
  signIns: null,
  sponsorIds: [],
  managerId: null,
  sessionsValidFrom: null,
});

/** A member of the organization: enabled, created a year ago, everything else as given. */
export function newUser(overrides: Partial<User> = {}, around: Surroundings = {}): User {
  const domain = around.domain ?? defaults.domain;
  const displayName = overrides.displayName ?? "Sam Member";
  const id = overrides.id ?? crypto.randomUUID();
  const upn = overrides.userPrincipalName ?? `${mailbox(displayName, id)}@${domain}`;
  return {
    ...empty(),
    displayName,
    userPrincipalName: upn,
    mail: upn,
    mailNickname: upn.split("@", 1)[0] ?? upn,
    createdDateTime: daysBefore(around.now, 365),
    identities: [hostIdentity(domain, upn)],
    ...overrides,
    id,
  };
}

/** A guest: redeemed 200 days ago through the home organization's Entra ID and never signed in, unless given otherwise. */
export function newGuest(
  overrides: Partial<User> = {},
  around: Surroundings & { issuer?: GuestIssuer } = {},
): User {
  const domain = around.domain ?? defaults.domain;
  const displayName = overrides.displayName ?? "Ada Guest";
  const id = overrides.id ?? crypto.randomUUID();
  const mail = overrides.mail ?? `${mailbox(displayName, id)}@partner.example`;
  const upn = overrides.userPrincipalName ?? guestUpn(mail, domain);
  const pending = overrides.externalUserState === "PendingAcceptance";
  return {
    ...empty(),
    displayName,
    mail,
    otherMails: [mail],
    userPrincipalName: upn,
    mailNickname: upn.split("@", 1)[0] ?? upn,
    userType: "Guest",
    creationType: "Invitation",
    externalUserState: "Accepted",
    externalUserStateChangeDateTime: overrides.createdDateTime ?? daysBefore(around.now, 200),
    createdDateTime: daysBefore(around.now, 200),
    identities: pending
      ? [hostIdentity(domain, upn)]
      : [guestIdentity(around.issuer ?? "entra", mail), hostIdentity(domain, upn)],
    ...overrides,
    id,
  };
}

/**
 * The name that Entra gives a guest in the inviting tenant.
 * https://learn.microsoft.com/entra/external-id/user-properties
 */
export function guestUpn(mail: string, domain: string): string {
  return `${mail.replace("@", "_")}#EXT#@${domain}`;
}

/** How a redeemed guest signs in; before redemption there is only the host organization's own identity. */
export function guestIdentity(issuer: GuestIssuer, mail: string): ObjectIdentity {
  if (typeof issuer === "object") return federated(issuer.federatedWith, null);
  switch (issuer) {
    case "entra":
      return federated("ExternalAzureAD", null);
    case "google":
      return federated("google.com", mail);
    case "microsoft-account":
      return federated("MicrosoftAccount", null);
    case "one-time-passcode":
      return federated("mail", mail);
  }
}

export function hostIdentity(domain: string, upn: string): ObjectIdentity {
  return { signInType: "userPrincipalName", issuer: domain, issuerAssignedId: upn };
}

function federated(issuer: string, issuerAssignedId: string | null): ObjectIdentity {
  return { signInType: "federated", issuer, issuerAssignedId };
}

function mailbox(displayName: string, id: string): string {
  const plain = displayName
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ".")
    .replace(/^\.+|\.+$/g, "");
  return plain === "" ? `person.${id.slice(0, 8)}` : plain;
}

function daysBefore(now: number | undefined, days: number): string {
  return new Date((now ?? Date.now()) - days * 86_400_000).toISOString();
}
