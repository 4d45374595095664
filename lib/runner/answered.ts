import { isDone, type Outcome } from "@/lib/domain/outcome";
import { lostOutcome } from "@/lib/domain/resolve-outcome";
import type { StepHandler } from "@/lib/operations/operation-handler";
import type { GraphFailure } from "./judge-failure";
import { shortened } from "./verify";

export type Throttled = Extract<GraphFailure, { kind: "throttled" }>;

/** The outcome that Graph's own answer gives. */
export function answered(
  result: Outcome["result"],
  { detail, requestId }: { readonly detail: string | null; readonly requestId: string | null },
): Outcome {
  return { result, evidence: "reported", detail, requestId: shortened(requestId) };
}

/** An earlier try that was answered "not now" may have been applied: it is certain only that it is done now. */
export function afterFirstTry(outcome: Outcome, first: Throttled): Outcome {
  if (outcome.result === "done" || outcome.result === "unknown") return outcome;
  const addition = outcome.detail === null ? "" : ` Then: ${outcome.detail}`;
  return answered("unknown", {
    ...first,
    detail: `The first try was put off and may have been applied.${addition}`,
  });
}

export function alreadySo(requestId: string | null): Outcome {
  const evidence = "observed";
  return { result: "already-so", evidence, detail: null, requestId: shortened(requestId) };
}

/** A request that was answered "not now" may have been applied all the same. */
export function afterThrottling(
  outcome: Outcome,
  throttled: Throttled,
  { attribution }: Pick<StepHandler, "attribution">,
): Outcome {
  const lost = answered("unknown", throttled);
  return isDone(outcome) ? lostOutcome(lost, "shown", attribution) : lost;
}
