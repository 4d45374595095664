import type { Instant } from "@/lib/domain/time";

/** What was sent may take so long to show; only then is it said that it was not applied. */
const LAG_MILLISECONDS = 20_000;
export const SETTLE_EVERY_MILLISECONDS = 5_000;

/** When something that was recorded then can be expected to show, by the clock of this tab. */
export function mustShowBy(recordedAt: Instant, now: Instant, lag = LAG_MILLISECONDS): Instant {
  return Math.min(recordedAt, now) + lag;
}
