import type { Guest } from "./guest";
import type { Policy } from "./policy";
import { daysBetween, type Days, type Instant } from "./time";

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
export function judgeStanding(guest: Guest, policy: Policy, today: Instant): Standing {
  if (!guest.enabled) return { kind: "blocked" };
  if (guest.redemption.kind === "pending") {
    const waitingDays = elapsed(guest.redemption.since ?? guest.createdAt, today);
    const overdue = waitingDays !== null && waitingDays > policy.pendingAfterDays;
    return { kind: "pending", waitingDays, overdue };
  }
  switch (guest.lastSeen.kind) {
    case "unreadable":
      return { kind: "unknown", because: "sign-ins-unreadable" };
    case "unread":
      return { kind: "unknown", because: "sign-ins-unread" };
    case "at": {
      const idleDays = wholeDays(guest.lastSeen.at, today);
      if (idleDays <= policy.staleAfterDays) {
        return { kind: "active", because: "seen-lately", idleDays };
      }
      return newcomer(guest, policy, today) ?? { kind: "stale", idleDays };
    }
    case "never":
      return (
        newcomer(guest, policy, today) ?? {
          kind: "never-signed-in",
          ageDays: elapsed(guest.createdAt, today),
        }
      );
  }
}

/** Grace also covers who accepted anew: a reset invitation keeps the old sign-ins and the old creation date. */
function newcomer(guest: Guest, policy: Policy, today: Instant): Standing | null {
  const ageDays = elapsed(joinedAt(guest), today);
  if (ageDays === null || policy.newGuestGraceDays === 0) return null;
  return ageDays <= policy.newGuestGraceDays ? { kind: "active", because: "new", ageDays } : null;
}

/** When somebody came: created, or accepted the invitation, whichever was later. */
export function joinedAt(guest: Pick<Guest, "createdAt" | "redemption">): Instant | null {
  const acceptedAt = guest.redemption.kind === "redeemed" ? guest.redemption.at : null;
  if (guest.createdAt === null || acceptedAt === null) return guest.createdAt ?? acceptedAt;
  return Math.max(guest.createdAt, acceptedAt);
}

function elapsed(from: Instant | null, today: Instant): Days | null {
  return from === null ? null : wholeDays(from, today);
}

/** Only full days count, so that a sentence never says "90 days" of somebody judged by 90.4; the future is today. */
function wholeDays(from: Instant, today: Instant): Days {
  return Math.max(0, Math.floor(daysBetween(from, today)));
}
