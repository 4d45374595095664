import type { Days } from "../time";

const DURATION =
  /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?$/i;

/** The whole days of an ISO 8601 duration such as "P30D" or "PT0S"; null when it is none. A month counts 30 days. */
export function daysIn(duration: unknown): Days | null {
  if (typeof duration !== "string" || duration.length < 3) return null;
  const found = DURATION.exec(duration);
  if (found === null) return null;
  const [years, months, weeks, days] = found.slice(1).map((digits) => Number(digits || 0));
  return (years ?? 0) * 365 + (months ?? 0) * 30 + (weeks ?? 0) * 7 + (days ?? 0);
}

/** Days as an ISO 8601 duration. */
export function durationOf(days: Days): string {
  return `P${days}D`;
}
