import type { Schedule } from "./plan.ts";

export const DAY_MS = 86_400_000;

/** The first day of the schedule after `after` (or the very first), and which in the row it is; null when there is none. */
export function nextDay(
  schedule: Schedule,
  after: number | null,
): { at: number; index: number } | null {
  const { from, every, until, count } = schedule;
  if (from === null) return after === null ? { at: Number.NEGATIVE_INFINITY, index: 0 } : null;
  const most = every === null ? 1 : (count ?? Number.POSITIVE_INFINITY);
  for (let index = 0; index < most; index += 1) {
    const at = dayAt(from, every, index);
    if (until !== null && at > until) return null;
    if (after === null || at > after) return { at, index };
  }
  return null;
}

function dayAt(from: number, every: Schedule["every"], index: number): number {
  if (every === null) return from;
  if (every.unit === "week") return from + index * every.interval * 7 * DAY_MS;
  const first = new Date(from);
  const day = every.dayOfMonth === 0 ? first.getUTCDate() : every.dayOfMonth;
  // The day has passed in the first month: the next month begins the row.
  const late = monthDay(first, 0, day) < from ? 1 : 0;
  return monthDay(first, late + index * every.interval, day);
}

/** The same day some months later; the last of the month where there is no such day. */
function monthDay(first: Date, months: number, day: number): number {
  const [year, month] = [first.getUTCFullYear(), first.getUTCMonth() + months];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(day, last));
}

/** How many days one recurrence has at the most; null for a review that happens once. */
export function recurrenceDays({ every }: Schedule): number | null {
  if (every === null) return null;
  return every.interval * (every.unit === "week" ? 7 : 30);
}
