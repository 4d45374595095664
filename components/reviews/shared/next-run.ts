import type { Recurrence } from "@/lib/domain/reviews/review";
import type { Instant } from "@/lib/domain/time";

/** More runs than any series has before it is looked at again. */
const MOST = 5_000;

/** The day, in UTC, of the n-th run of a series; the first one is number 0. */
function runAt({ every, interval, dayOfMonth, startDate }: Recurrence, number: number): Instant {
  const [year = 0, month = 1, day = 1] = startDate.split("-").map(Number);
  if (every === "week") return Date.UTC(year, month - 1, day + 7 * interval * number);
  const first = Date.UTC(year, month - 1 + interval * number, 1);
  const at = new Date(first);
  const last = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate();
  // 0 and null say nothing: then it is the day on which the series began.
  const saysDay = dayOfMonth !== null && dayOfMonth > 0;
  return Date.UTC(
    at.getUTCFullYear(),
    at.getUTCMonth(),
    Math.min(saysDay ? dayOfMonth : day, last),
  );
}

/** When a series runs next after its latest run; null when it does not. Runs begin at midnight UTC. */
export function nextRun(
  recurrence: Recurrence | null,
  latestStart: Instant | null,
): Instant | null {
  if (recurrence === null || recurrence.interval < 1) return null;
  const { end } = recurrence;
  const most = end.kind === "after" ? Math.min(end.occurrences, MOST) : MOST;
  const begin = Date.parse(recurrence.startDate);
  for (let number = 0; number < most; number += 1) {
    const at = runAt(recurrence, number);
    if (end.kind === "on" && at > Date.parse(end.date)) return null;
    if (at >= begin && (latestStart === null || at > latestStart)) return at;
  }
  return null;
}
