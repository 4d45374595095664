import type { Outcome } from "@/lib/domain/outcome";
import type { Doors } from "../doors";
import { settle, type Unsettled } from "../settle";
import type { SmallLedger } from "./small-ledger";
import type { SmallWorld } from "./small-world";

/** Then Entra's audit log has all that was done before. */
export const QUARTER_OF_AN_HOUR_MILLISECONDS = 15 * 60_000;

/** A ledger in memory has no times of another clock: then everything counts as recorded so long ago. */
const LONGEST_RUN_MILLISECONDS = 10 * 60_000;

/** Settles what has no known outcome, as the history offers it a quarter of an hour later; outcomes by their decision. */
export async function settleLater(
  { ledger, clock, recordedAt }: SmallWorld,
  doors: Doors,
): Promise<ReadonlyMap<string, Outcome | null>> {
  const isSmall = doors.clock === clock;
  const drive = <T>(work: Promise<T>) => (isSmall ? clock.drive(work) : work);
  const before = doors.clock.now() - LONGEST_RUN_MILLISECONDS;
  const recorded = (id: string) => (isSmall ? recordedAt.get(id) : undefined) ?? before;
  await drive(doors.clock.sleep(QUARTER_OF_AN_HOUR_MILLISECONDS));
  const settled = await drive(settle(unsettledIn(ledger, doors.me.userId, recorded), doors));
  return new Map(settled.map(({ decisionId, outcome }) => [decisionId, outcome]));
}

function unsettledIn(
  ledger: SmallLedger,
  actorId: string,
  recordedAt: (id: string) => number,
): Unsettled[] {
  const about = (id: string) => ({
    actorId,
    recordedAt: recordedAt(id),
    outcome: ledger.outcomeOf(id),
  });
  const decisions = ledger
    .decisions()
    .flatMap(({ kind, ...rest }): Unsettled[] =>
      kind === "keep" ? [] : [{ ...rest, of: "decision", kind, ...about(rest.id) }],
    );
  const intents = ledger.intents().map((intent): Unsettled => {
    const { id, planId, guestId } = intent;
    return { of: "intent", id, planId, guestId, intent, ...about(id) };
  });
  return [...decisions, ...intents].filter(
    ({ outcome }) => outcome === null || outcome.result === "unknown",
  );
}
