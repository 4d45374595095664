import type { Outcome } from "@/lib/domain/outcome";
import { type Findings, lostOutcome } from "@/lib/domain/resolve-outcome";
import type { Clock } from "@/lib/graph/clock";
import { pause } from "./pause";
import { acceptedNotShown, type Sent, sightOrNull } from "./prove";
import type { Deed, Way } from "./way";

/** What the directory does not show so long after it was sent was not applied; lists of what is made lag for longer. */
const PATIENCE_MILLISECONDS = 30_000;
const LOOK_EVERY_MILLISECONDS = 5_000;

/**
 * Reads until the directory shows what was sent and not answered, or can no longer be expected to. What Graph accepted
 * and nobody finds is unknown: it may lag, or may not be stored. Who wants to stop waits for half a minute, and what is made then stays unknown.
 */
export async function settleLost<D extends Deed, S>(
  lost: readonly Sent<D, S>[],
  way: Way<D, S>,
  clock: Clock,
  isStopped: () => boolean,
  concludes: (deed: D, outcome: Outcome) => void,
): Promise<void> {
  // What leaves no trace stays unknown; Entra's audit log may have it, later.
  let open = lost.filter(({ deed }) => way.proof(deed) !== "none");
  while (open.length > 0) {
    const now = clock.now();
    const sights = await Promise.all(
      open.map(({ deed, trace }) => sightOrNull(deed, trace, way, now)),
    );
    const left: Sent<D, S>[] = [];
    for (const [index, sent] of open.entries()) {
      const sight = sights[index] ?? null;
      const lag = way.lagMilliseconds(sent.deed) ?? PATIENCE_MILLISECONDS;
      const patience = isStopped() ? Math.min(lag, PATIENCE_MILLISECONDS) : lag;
      const isConclusive = sent.since + lag <= now;
      const trace = way.trace(sent.deed);
      if (sight === "shown") concludes(sent.deed, applied(sent.outcome, trace));
      else if (sent.since + patience > now) left.push(sent);
      else if (sight === "not-shown" && isConclusive) {
        const outcome = notShown(sent.outcome, trace);
        if (outcome !== sent.outcome) concludes(sent.deed, outcome);
      }
    }
    open = left;
    if (open.length > 0) await pause(clock, LOOK_EVERY_MILLISECONDS);
  }
}

function notShown(outcome: Outcome, trace: Findings["trace"]): Outcome {
  if (outcome.result === "done") return acceptedNotShown(outcome);
  return wasAccepted(outcome) ? outcome : lostOutcome(outcome, "not-shown", trace);
}

/** What Graph accepted was ours; of what it did not answer that has to be proven. */
function applied(outcome: Outcome, trace: Findings["trace"]): Outcome {
  return wasAccepted(outcome)
    ? { ...outcome, result: "done", evidence: "observed", detail: null }
    : lostOutcome(outcome, "shown", trace);
}

/** Microsoft said yes, also where the directory did not show it when it was read back. */
function wasAccepted({ result, evidence }: Outcome): boolean {
  return result === "done" || evidence === "observed";
}
