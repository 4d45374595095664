import type { Outcome } from "@/lib/domain/outcome";
import { type Findings, lostOutcome } from "@/lib/domain/resolve-outcome";
import { type Clock, sleep } from "@/lib/graph/clock";
import {
  LOOK_EVERY_MILLISECONDS,
  acceptedNotShown,
  type ExecutedStep,
  verifyOrNull,
} from "./verify";
import type { StepDriver } from "@/lib/operations/step-driver";
import { stepHandlerOf } from "@/lib/operations/registry";

/** How long to read the directory for a change that was sent. Lists of created objects may lag longer. */
const LOST_LAG_MILLISECONDS = 30_000;
/**
 * Reads until the directory shows a change that was sent and not answered, or no longer can be expected to. What Graph accepted
 * and no reading finds is unknown: it may lag, or may not be stored. A stopped run waits half a minute at most; what is
 * not found by then keeps its outcome.
 */
export async function resolveLost(
  lost: readonly ExecutedStep[],
  driver: StepDriver,
  clock: Clock,
  isStopped: () => boolean,
  concludes: (sent: ExecutedStep, outcome: Outcome) => void,
): Promise<void> {
  // An operation that leaves nothing to read stays unknown; Entra's audit log may have it later.
  let open = lost.filter((sent) => handlerOf(sent).verificationMode !== "none");
  while (open.length > 0) {
    const now = clock.now();
    const verifications = await Promise.all(
      open.map(({ operation, execution }) => verifyOrNull(operation, execution, driver, now)),
    );
    const left: ExecutedStep[] = [];
    for (const [index, sent] of open.entries()) {
      const verification = verifications[index] ?? null;
      const { attribution, lagMilliseconds } = handlerOf(sent);
      const lag = lagMilliseconds ?? LOST_LAG_MILLISECONDS;
      const longestWait = isStopped() ? Math.min(lag, LOST_LAG_MILLISECONDS) : lag;
      const isConclusive = sent.since + lag <= now;
      if (verification === "shown") concludes(sent, applied(sent.outcome, attribution));
      else if (sent.since + longestWait > now) left.push(sent);
      else if (verification === "not-shown" && isConclusive) {
        const outcome = notShown(sent.outcome, attribution);
        if (outcome !== sent.outcome) concludes(sent, outcome);
      }
    }
    open = left;
    if (open.length > 0) await sleep(clock, LOOK_EVERY_MILLISECONDS);
  }
}

function handlerOf({ operation, execution }: ExecutedStep) {
  return stepHandlerOf(operation.kind, execution.step.name);
}

function notShown(outcome: Outcome, attribution: Findings["attribution"]): Outcome {
  if (outcome.result === "done") return acceptedNotShown(outcome);
  return wasAccepted(outcome) ? outcome : lostOutcome(outcome, "not-shown", attribution);
}

/** An accepted request was ours. For one without an answer that has to be proven. */
function applied(outcome: Outcome, attribution: Findings["attribution"]): Outcome {
  return wasAccepted(outcome)
    ? { ...outcome, result: "done", evidence: "observed", detail: null }
    : lostOutcome(outcome, "shown", attribution);
}

/** Whether Graph accepted it, even if the directory did not show it yet. */
function wasAccepted({ result, evidence }: Outcome): boolean {
  return result === "done" || evidence === "observed";
}
