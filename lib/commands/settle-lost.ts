import type { Outcome } from "@/lib/domain/outcome";
import type { Clock } from "@/lib/graph/clock";
import { pause } from "./pause";
import { type Sent, sightOrNull } from "./prove";
import type { Deed, Way } from "./way";

/** What the directory does not show so long after it was sent was not applied. */
const PATIENCE_MILLISECONDS = 30_000;
const LOOK_EVERY_MILLISECONDS = 5_000;

/**
 * Reads until the directory shows what was sent and not answered, or can no longer be expected to. What Graph accepted
 * stays done, whether it is found or not; and what makes something new stays unknown, since lists may lag for longer.
 */
export async function settleLost<D extends Deed, S>(
  lost: readonly Sent<D, S>[],
  way: Way<D, S>,
  clock: Clock,
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
      const makes = way.lagMilliseconds(sent.deed) !== null;
      if (sight === "shown") concludes(sent.deed, applied(sent.outcome));
      else if (sent.since + PATIENCE_MILLISECONDS > now) left.push(sent);
      else if (sight === "not-shown" && !makes) {
        concludes(sent.deed, notApplied(sent.outcome));
      }
    }
    open = left;
    if (open.length > 0) await pause(clock, LOOK_EVERY_MILLISECONDS);
  }
}

function applied(outcome: Outcome): Outcome {
  return { ...outcome, result: "done", evidence: "observed", detail: null };
}

function notApplied(outcome: Outcome): Outcome {
  const detail = `${outcome.detail ?? ""} The directory does not show the change.`.trimStart();
  return { ...outcome, result: "failed", evidence: "observed", detail };
}
