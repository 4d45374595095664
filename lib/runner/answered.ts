import { isDone, type Outcome } from "@/lib/domain/outcome";
import { lostOutcome } from "@/lib/domain/resolve-outcome";
import type { StepHandler } from "@/lib/operations/operation-handler";
import type { GraphFailure } from "./judge-failure";
import { shortened } from "./verify";

export type Throttled = Extract<GraphFailure, { kind: "throttled" }>;

/** The outcome as Graph's own answer says it. */
export function answered(
  result: Outcome["result"],
  { detail, requestId }: { readonly detail: string | null; readonly requestId: string | null },
): Outcome {
  return { result, evidence: "reported", detail, requestId: shortened(requestId) };
}

/** What was answered "not now" before may have been applied: only that it was done now is certain. */
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

/** What was answered "not now" may have been applied all the same. */
export function afterThrottling(
  outcome: Outcome,
  throttled: Throttled,
  { attribution }: Pick<StepHandler, "attribution">,
): Outcome {
  const lost = answered("unknown", throttled);
  return isDone(outcome) ? lostOutcome(lost, "shown", attribution) : lost;
}
