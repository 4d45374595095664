import { numberText } from "@/lib/domain/number-text";
import type { Instant } from "@/lib/domain/time";
import { LedgerError } from "./ledger-error";

/** Clocks of well-kept machines differ by less. */
const MOST_DIFFERENCE_MILLISECONDS = 5 * 60_000;

/**
 * The instant that new entries carry: the database's, which is one for all servers. Where it and this server's clock
 * contradict each other one of them is wrong, and nothing is recorded with an instant that may be false. An entry from
 * before such a check may be later than now: that far ahead it is not followed, and the chain shows the step back.
 * Throws LedgerError `unavailable`.
 */
export function recordingTime(clocks: {
  readonly database: Instant;
  readonly server: Instant;
  /** When the last entry of the chain was recorded; 0 where there is none. */
  readonly head: Instant;
}): Instant {
  const { database, server, head } = clocks;
  if (Math.abs(database - server) > MOST_DIFFERENCE_MILLISECONDS) {
    const minutes = numberText(Math.round(Math.abs(database - server) / 60_000));
    throw new LedgerError(
      "unavailable",
      `The clocks of the server and its database differ by ${minutes} minutes, so nothing was recorded.`,
    );
  }
  return head - database > MOST_DIFFERENCE_MILLISECONDS ? database : Math.max(database, head);
}
