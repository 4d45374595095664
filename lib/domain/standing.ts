import type { Guest } from "./guest";
import type { Policy } from "./policy";
import type { Days, Instant } from "./time";

export const STANDING_KINDS = [
  "active",
  "stale",
  "never-signed-in",
  "pending",
  "blocked",
  "unknown",
] as const;

export type StandingKind = (typeof STANDING_KINDS)[number];

/** What a guest is to the policy on one day, with the facts that made it so. */
export type Standing =
  | { readonly kind: "active"; readonly because: "seen-lately"; readonly idleDays: Days }
  | { readonly kind: "active"; readonly because: "new"; readonly ageDays: Days }
  | { readonly kind: "stale"; readonly idleDays: Days }
  | { readonly kind: "never-signed-in"; readonly ageDays: Days | null }
  | { readonly kind: "pending"; readonly waitingDays: Days | null; readonly overdue: boolean }
  | { readonly kind: "blocked" }
  | { readonly kind: "unknown"; readonly because: "sign-ins-unreadable" | "sign-ins-unread" };

/** Judges one guest on one day: same guest, policy and day, same standing. */
export declare function judgeStanding(guest: Guest, policy: Policy, today: Instant): Standing;
