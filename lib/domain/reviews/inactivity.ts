import type { LastSeen } from "../guest";
import { DAY, type Days, type Instant } from "../time";

/** What of a guest says whether they are inactive. */
export interface SeenGuest {
  readonly lastSeen: LastSeen;
  /** The last interactive attempt, failed ones included: Entra counts those as well. */
  readonly lastAttemptAt: Instant | null;
  readonly createdAt: Instant | null;
}

/**
 * Whether Entra would take a guest for inactive on a day: no sign-in for more than that many days. An estimate, since
 * Entra looks when the review begins; null where sign-ins could not be read.
 * https://learn.microsoft.com/entra/id-governance/review-recommendations-access-reviews
 */
export function seemsInactive(guest: SeenGuest, days: Days, on: Instant): boolean | null {
  const { lastSeen, lastAttemptAt } = guest;
  if (lastSeen.kind === "unread" || lastSeen.kind === "unreadable") return null;
  const seenAt = lastSeen.kind === "at" ? lastSeen.at : Number.NEGATIVE_INFINITY;
  const latest = Math.max(seenAt, lastAttemptAt ?? Number.NEGATIVE_INFINITY);
  return on - latest > days * DAY;
}

/**
 * Whether a scope of inactive users covers a guest: guests who are newer than that are not counted.
 * https://learn.microsoft.com/entra/id-governance/create-access-review
 */
export function isInScopeAsInactive(guest: SeenGuest, days: Days, on: Instant): boolean | null {
  const isYoung = guest.createdAt !== null && on - guest.createdAt < days * DAY;
  return isYoung ? false : seemsInactive(guest, days, on);
}
