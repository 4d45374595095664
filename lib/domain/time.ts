/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

/** A day of the calendar, as `2026-11-30`. */
export type IsoDate = string;

/** Whole or broken days of 24 hours. */
export type Days = number;

export const DAY: Instant = 86_400_000;

/** Milliseconds that the clocks of Guestlist's server and of Microsoft's services may differ. */
export const CLOCK_SKEW_MILLISECONDS = 5 * 60_000;

/** Days from one instant to a later one; negative when it lies ahead. */
export function daysBetween(from: Instant, to: Instant): Days {
  return (to - from) / DAY;
}
