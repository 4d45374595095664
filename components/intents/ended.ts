import type { RunResult, Settled } from "@/lib/runner/run";
import type { IntentPlan, PlannedIntent } from "@/lib/domain/intent";

/** One intent of a plan with what became of it. */
export interface Ended {
  readonly planned: PlannedIntent;
  readonly settled: Settled;
}

/** The intents of a plan with their outcomes; none while there is no plan or no end of it. */
export function endedOf(plan: IntentPlan | null, result: RunResult | null): readonly Ended[] {
  const outcomes = new Map(result?.settled.map((settled) => [settled.decisionId, settled]));
  return (plan?.intents ?? []).flatMap((planned) => {
    const settled = outcomes.get(planned.intent.id);
    return settled === undefined ? [] : [{ planned, settled }];
  });
}
