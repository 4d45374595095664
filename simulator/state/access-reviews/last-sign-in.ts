import type { User } from "../entities.ts";
import { DAY_MS } from "./schedule.ts";

/**
 * The latest sign-in that Entra counts, interactive or not, failed attempts included; null when there is none.
 * https://learn.microsoft.com/entra/id-governance/review-recommendations-access-reviews
 */
export function lastSignInOf(user: User): string | null {
  const { lastAttemptAt, lastNonInteractiveAt } = user.signIns ?? {};
  const times = [lastAttemptAt, lastNonInteractiveAt].filter((at) => at !== undefined);
  const latest = times.sort().at(-1);
  return latest === undefined || latest.startsWith("0001") ? null : latest;
}

/** Whether a user has not signed in for `days` before an instant. */
export function isQuiet(user: User, days: number, at: number): boolean {
  const last = lastSignInOf(user);
  return last === null || at - Date.parse(last) > days * DAY_MS;
}

/** The same, but a user younger than these days is not inactive. */
export function isInactive(user: User, days: number, at: number): boolean {
  const isYoung =
    user.createdDateTime !== null && at - Date.parse(user.createdDateTime) < days * DAY_MS;
  return !isYoung && isQuiet(user, days, at);
}
