import type { OperationLabels } from "@/lib/operations/operation-handler";
import { whyNotSent } from "@/lib/operations/outcomes";
import type { OperationResult, RunResult } from "@/lib/runner/run";

/** A run that is over. `onlyRecorded`: to record the decision was all that there was to do. */
export interface EndOfRun {
  readonly result: RunResult;
  readonly onlyRecorded?: boolean;
}

/** Says at once how much of it was done, and whether it was stopped; `words` are null where several kinds were run. */
export function titleOfRun(
  whileRunning: string,
  words: OperationLabels | null,
  { result: { results, stopped }, onlyRecorded = false }: EndOfRun,
): string {
  // Somebody else carries it out: how far they are is not known here.
  if (stopped?.kind === "already-running") return whileRunning;
  const done = results.filter((result) => isDone(result, onlyRecorded)).length;
  if (done === results.length) return words?.done ?? "All done";
  if (results.length === 1) {
    const isUnknown = results[0]?.outcome?.result === "unknown";
    return isUnknown ? "Not known yet" : (words?.notDone ?? "Not done");
  }
  const share = `${done.toLocaleString("en")} of ${results.length.toLocaleString("en")}`;
  if (stopped !== null) return `Stopped: ${share} ${words?.done.toLowerCase() ?? "done"}`;
  return words === null ? `${share} done` : `${words.done}: ${share}`;
}

function isDone({ outcome, recorded }: OperationResult, onlyRecorded: boolean): boolean {
  if (outcome === null) return onlyRecorded && recorded;
  return outcome.result === "done" || outcome.result === "already-so";
}

/** What may be planned anew: what was refused, what failed, and what was never sent because the run ended before. */
export function toTryAgain({ results, stopped }: RunResult): readonly OperationResult[] {
  // Whoever holds the plan's lease may be carrying out what this run never recorded.
  const isElsewhere = stopped?.kind === "already-running" || stopped?.kind === "lease-lost";
  return results.filter(({ outcome, recorded }) =>
    outcome === null
      ? !recorded && !isElsewhere
      : outcome.result === "failed" || outcome.result === "refused",
  );
}

/** On the button that plans these anew. */
export function againWords(again: readonly OperationResult[]): string {
  const count = again.length.toLocaleString("en");
  const isAllUnsent = again.every(
    ({ outcome }) => outcome === null || whyNotSent(outcome) !== null,
  );
  return isAllUnsent ? `Continue with ${count}` : `Try ${count} again`;
}
