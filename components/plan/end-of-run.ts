import { numberText } from "@/lib/domain/number-text";
import type { OperationLabels } from "@/lib/operations/operation-handler";
import { whyNotSent } from "@/lib/operations/outcomes";
import { isDone, type Result } from "@/lib/domain/outcome";
import type { Plan } from "@/lib/domain/plan";
import { labelsOfOperation } from "@/lib/operations/registry";
import type { OperationResult, RunResult } from "@/lib/runner/run";

/** Says at once how much of a plan was done, and whether its run was stopped. */
export function titleOfRun(
  whileRunning: string,
  plan: Plan,
  { results, stopped }: RunResult,
): string {
  const words = labelsIn(plan);
  // Somebody else carries it out: how far they are is not known here.
  if (stopped?.kind === "already-running") return whileRunning;
  const sent = new Set(
    plan.operations.flatMap(({ operation }) => (operation.steps.length > 0 ? operation.id : [])),
  );
  // Of what nothing is sent for, being recorded is all there is to do.
  const done = results.filter((result) => isFinished(result, !sent.has(result.operationId))).length;
  if (done === results.length) return words?.done ?? "All done";
  if (results.length === 1) {
    const result = results[0]?.outcome?.result;
    if (result === "partly-done") return "Partly done";
    return result === "unknown" ? "Unknown" : (words?.notDone ?? "Not done");
  }
  const share = `${numberText(done)} of ${numberText(results.length)}`;
  const unknown = results.filter(({ outcome }) => outcome?.result === "unknown").length;
  const besides = unknown === 0 ? "" : `, ${numberText(unknown)} unknown`;
  if (stopped !== null) return `Stopped: ${share} ${words?.done.toLowerCase() ?? "done"}${besides}`;
  return words === null ? `${share} done${besides}` : `${words.done}: ${share}${besides}`;
}

/** What the operations of a plan are called; null where they are called differently. */
export function labelsIn({ operations }: Pick<Plan, "operations">): OperationLabels | null {
  const labels = new Set(operations.map(({ operation }) => labelsOfOperation(operation)));
  const [first] = labels;
  return labels.size === 1 && first !== undefined ? first : null;
}

function isFinished({ outcome, recorded }: OperationResult, onlyRecorded: boolean): boolean {
  return outcome === null ? onlyRecorded && recorded : isDone(outcome);
}

/** What was sent and not answered is looked for, never sent a second time. */
const NOT_DONE: ReadonlySet<Result> = new Set<Result>(["failed", "refused", "partly-done"]);

/** What may be planned anew: what was refused, what failed, and what was never sent. */
export function toTryAgain({ results, stopped }: RunResult): readonly OperationResult[] {
  // The holder of the plan's lease may be carrying out what this run never recorded.
  const isElsewhere = stopped?.kind === "already-running" || stopped?.kind === "lease-lost";
  return results.filter(({ outcome, recorded, steps }) => {
    if (outcome === null) return !recorded && !isElsewhere;
    // Of several requests one may have got no answer: that one is looked for first.
    const isKnown = steps.every((step) => step.outcome.result !== "unknown");
    return NOT_DONE.has(outcome.result) && isKnown;
  });
}

/** On the button that plans these anew. */
export function againWords(again: readonly OperationResult[]): string {
  const count = numberText(again.length);
  const isAllUnsent = again.every(
    ({ outcome }) => outcome === null || whyNotSent(outcome) !== null,
  );
  return isAllUnsent ? `Continue with ${count}` : `Try ${count} again`;
}
