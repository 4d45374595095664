import type { Recurrence } from "./review";

/** Whether a series comes again within that many months, whatever its pattern is called. */
export function happensEvery(recurrence: Recurrence | null, months: number): boolean {
  if (recurrence === null || recurrence.interval < 1) return false;
  const { every, interval } = recurrence;
  // Four weeks are no longer than any month.
  return every === "month" ? interval <= months : interval <= months * 4;
}

/** How often a series comes, in words. */
export function frequencyWords(recurrence: Recurrence | null): string {
  if (recurrence === null) return "once";
  const { every, interval } = recurrence;
  if (every === "week") return interval === 1 ? "every week" : `every ${interval} weeks`;
  return interval === 1 ? "every month" : `every ${interval} months`;
}
