import type { Instant } from "./time";

/**
 * The last successful sign-in. "unreadable" is not "never": it could not be read. "unread" is not read yet.
 */
export type LastSeen =
  | { readonly kind: "at"; readonly at: Instant }
  | { readonly kind: "never" }
  | { readonly kind: "unread" }
  | { readonly kind: "unreadable" };

export type Redemption =
  | { readonly kind: "redeemed"; readonly at: Instant | null }
  | { readonly kind: "pending"; readonly since: Instant | null }
  | { readonly kind: "not-invited" }
  /** The directory says something that this version does not know. */
  | { readonly kind: "unknown" };

export const IDENTITY_CLASSES = [
  "entra",
  "microsoft-account",
  "google",
  "one-time-passcode",
  "federated",
  "other",
] as const;

/** Where a guest proves who they are. */
export type IdentityClass = (typeof IDENTITY_CLASSES)[number];

export interface Sponsor {
  readonly id: string;
  readonly displayName: string | null;
}

/** One external person of the tenant, in our own nouns. */
export interface Guest {
  readonly id: string;
  readonly displayName: string;
  readonly mail: string | null;
  readonly userPrincipalName: string;
  /** A member here is an external member (`#EXT#`): shown, never changed. */
  readonly userType: "guest" | "member";
  readonly enabled: boolean;
  readonly createdAt: Instant | null;
  readonly creationType: string | null;
  readonly redemption: Redemption;
  readonly lastSeen: LastSeen;
  /** The last interactive attempt, including failed ones. Shown, but never used to judge. */
  readonly lastAttemptAt: Instant | null;
  /** The domain of the guest's own address, lower case; empty when none is known. */
  readonly partner: string;
  readonly identityClass: IdentityClass;
  readonly sponsors: readonly Sponsor[];
}
