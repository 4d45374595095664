import { counted, numberText } from "@/lib/domain/number-text";
import type { OperationLabels } from "@/lib/operations/operation-handler";
import { whyNotSent } from "@/lib/operations/outcomes";
import type { Result } from "@/lib/domain/outcome";
import type { Plan } from "@/lib/domain/plan";
import { undoOfOperation } from "@/lib/domain/undo";
import { labelsOf, labelsOfOperation } from "@/lib/operations/registry";
import type { OperationResult, RunResult } from "@/lib/runner/run";
import { NOT_SENT, RESULT_WORDS } from "./plan-labels";

/** How many operations of a run ended in one way. */
export interface EndCount {
  readonly end: Result | "not-sent";
  /** Of what was done, in the words of its kind. */
  readonly word: string;
  readonly count: number;
}

const ENDS = [
  ...(["done", "already-so", "partly-done", "refused", "failed", "unknown"] as const),
  "not-sent" as const,
];

/** The ends of a run's operations, each that occurred once; empty where somebody else carries the plan out. */
export function countsOf(plan: Plan, { results, stopped }: RunResult): readonly EndCount[] {
  // How far they are is not known here.
  if (stopped?.kind === "already-running") return [];
  const sent = new Set(
    plan.operations.flatMap(({ operation }) => (operation.steps.length > 0 ? operation.id : [])),
  );
  const ends = results.map((result) => endOf(result, !sent.has(result.operationId)));
  const done = labelsIn(plan)?.done ?? RESULT_WORDS.done;
  return ENDS.flatMap((end) => {
    const count = ends.filter((each) => each === end).length;
    const word = end === "done" ? done : end === "not-sent" ? NOT_SENT : RESULT_WORDS[end];
    return count === 0 ? [] : [{ end, word, count }];
  });
}

/** The ends of a run in a line: "4 blocked · 2 not sent". */
export function summaryOf(counts: readonly EndCount[]): string {
  return counts.map(({ word, count }) => `${numberText(count)} ${word.toLowerCase()}`).join(" · ");
}

/** Says at once how much of a plan was done, whether its run was stopped, and what is not sent or not known. */
export function titleOfRun(whileRunning: string, plan: Plan, result: RunResult): string {
  const { results, stopped } = result;
  const words = labelsIn(plan);
  if (stopped?.kind === "already-running") return whileRunning;
  const counts = countsOf(plan, result);
  const sum = (ends: readonly EndCount["end"][]) =>
    counts.reduce((total, { end, count }) => (ends.includes(end) ? total + count : total), 0);
  const done = sum(["done", "already-so"]);
  if (done === results.length) return words?.done ?? "All done";
  if (results.length === 1) {
    const end = counts[0]?.end;
    if (end === "partly-done") return "Partly done";
    return end === "unknown" ? "Unknown" : (words?.notDone ?? "Not done");
  }
  const share = `${numberText(done)} of ${numberText(results.length)}`;
  const besides = summaryOf(counts.filter(({ end }) => end === "unknown" || end === "not-sent"));
  const more = besides === "" ? "" : ` · ${besides}`;
  if (stopped !== null) return `Stopped: ${share} ${words?.done.toLowerCase() ?? "done"}${more}`;
  return words === null ? `${share} done${more}` : `${words.done}: ${share}${more}`;
}

/** What the operations of a plan are called; null where they are called differently. */
export function labelsIn({ operations }: Pick<Plan, "operations">): OperationLabels | null {
  const labels = new Set(operations.map(({ operation }) => labelsOfOperation(operation)));
  const [first] = labels;
  return labels.size === 1 && first !== undefined ? first : null;
}

/** Of what nothing is sent for, being recorded is all there is to do. */
function endOf({ outcome, recorded }: OperationResult, onlyRecorded: boolean): EndCount["end"] {
  if (outcome !== null) return whyNotSent(outcome) === null ? outcome.result : "not-sent";
  if (!recorded) return "not-sent";
  // The ledger had it before this run: it may have been sent.
  return onlyRecorded ? "done" : "unknown";
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

/** What can be planned anew, together or only what was never sent. */
export function triesAgain(result: RunResult): readonly (readonly OperationResult[])[] {
  const all = toTryAgain(result);
  const unsent = all.filter(isUnsent);
  if (all.length === 0) return [];
  return unsent.length === 0 || unsent.length === all.length ? [all] : [unsent, all];
}

/** On the button that plans these anew. */
export function againWords(again: readonly OperationResult[]): string {
  const count = numberText(again.length);
  return again.every(isUnsent) ? `Continue with ${count}` : `Try ${count} again`;
}

function isUnsent({ outcome }: OperationResult): boolean {
  return outcome === null || whyNotSent(outcome) !== null;
}

/** What would take a plan back, as on a button; null where nothing of it was done or can be undone. */
export function undoWords({ operations }: Plan, { results }: RunResult): string | null {
  const kinds = new Set(operations.map(({ operation }) => undoOfOperation(operation)));
  const [undo] = kinds.size === 1 ? kinds : [null];
  const done = results.filter(
    ({ outcome }) => outcome?.result === "done" || outcome?.result === "partly-done",
  ).length;
  if (undo == null || done === 0) return null;
  return `Undo (${labelsOf(undo).verb.toLowerCase()} ${counted(done, "guest")})`;
}

/** Whether the history has anything of a run. */
export function isInHistory({ results }: RunResult): boolean {
  return results.some(({ recorded }) => recorded);
}

/** The address of a plan in the history. */
export function historyOf({ id }: Pick<Plan, "id">): string {
  return `/history?${new URLSearchParams({ plan: id }).toString()}`;
}
