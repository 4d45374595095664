import type { Instant } from "@/lib/domain/time";

/** What was sent may take so long to show; only then is it said that it was not applied. */
const LAG_MILLISECONDS = 20_000;
export const SETTLE_EVERY_MILLISECONDS = 5_000;

/** For how long something that was recorded then may still show; both instants are the server's. */
export function leftOf(recordedAt: Instant, now: Instant, lag = LAG_MILLISECONDS): number {
  return Math.min(lag, Math.max(0, recordedAt + lag - now));
}
