import type { IntentPlan, PlannedIntent } from "@/lib/domain/intent";
import type { OperationResult, RunResult } from "@/lib/runner/run";

/** One intent of a plan with what became of it. */
export interface Ended {
  readonly planned: PlannedIntent;
  readonly result: OperationResult;
}

/** The intents of a plan with their outcomes; none while there is no plan or no end of it. */
export function endedOf(plan: IntentPlan | null, run: RunResult | null): readonly Ended[] {
  const results = new Map(run?.results.map((result) => [result.operationId, result]));
  return (plan?.intents ?? []).flatMap((planned) => {
    const result = results.get(planned.intent.id);
    return result === undefined ? [] : [{ planned, result }];
  });
}
