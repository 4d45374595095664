import type { Plan, PlannedOperation } from "@/lib/domain/plan";
import type { OperationResult, RunResult } from "@/lib/runner/run";

/** One operation of a plan with what became of it. */
export interface Ended {
  readonly planned: PlannedOperation;
  readonly result: OperationResult;
}

/** The operations of a plan with their outcomes; none while there is no plan or no end of it. */
export function endedOf(plan: Plan | null, run: RunResult | null): readonly Ended[] {
  const results = new Map(run?.results.map((result) => [result.operationId, result]));
  return (plan?.operations ?? []).flatMap((planned) => {
    const result = results.get(planned.operation.id);
    return result === undefined ? [] : [{ planned, result }];
  });
}
