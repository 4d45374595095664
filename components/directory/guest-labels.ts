import type { IdentityClass } from "@/lib/domain/guest";
import type { StandingKind } from "@/lib/domain/standing";

export const STANDING_WORD: Readonly<Record<StandingKind, string>> = {
  active: "Active",
  stale: "Stale",
  "never-signed-in": "Never signed in",
  pending: "Pending",
  blocked: "Blocked",
  unknown: "Unknown",
};

export const IDENTITY_WORD: Readonly<Record<IdentityClass, string>> = {
  entra: "Microsoft Entra ID",
  "microsoft-account": "Microsoft account",
  google: "Google",
  "one-time-passcode": "One-time passcode",
  federated: "Federated",
  other: "Other",
};

export const USER_TYPE_WORD = { guest: "Guest", member: "External member" } as const;
