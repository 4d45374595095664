import type { OperationKind } from "@/lib/domain/operation";
import {
  DETAIL_MAX,
  evidenceOfSteps,
  isDone,
  type Outcome,
  resultOfSteps,
} from "@/lib/domain/outcome";
import type { LaterStep } from "./operation-handler";
import { laterStepOf } from "./registry";

/** What became of one step. */
export interface StepOutcome {
  readonly stepId: string;
  readonly name: string;
  readonly outcome: Outcome;
  /** What Graph called what it made, where that is known. */
  readonly createdId?: string | undefined;
}

/**
 * The outcome of an operation by those of its steps that were begun, in their order: done is only what is done wholly, and
 * nothing of it is ours where the first step was already done. What a step was refused or failed for is said in its words.
 */
export function combineOutcomes(
  kind: OperationKind,
  steps: readonly [StepOutcome, ...StepOutcome[]],
): Outcome {
  const [first, ...later] = steps;
  const missing = steps.find(({ outcome }) => !isDone(outcome));
  if (steps.length === 1 || missing === first) return first.outcome;
  const all = [first.outcome, ...later.map(({ outcome }) => outcome)] as const;
  const evidence = evidenceOfSteps(all);
  const { requestId, auditRecord } = first.outcome;
  const result = resultOfSteps(all);
  const known = { evidence, requestId, ...(evidence === "audited" && { auditRecord }) };
  if (missing === undefined) return { ...known, result, detail: join(all.map(detailOf)) };
  const words = laterStepOf(kind, missing.name);
  const detail = join([first.outcome.detail, ...whatIsMissing(missing.outcome, words)]);
  // Where the first step was already done, and a later one is not, there is nothing to take back.
  if (first.outcome.result === "already-so") return { ...missing.outcome, detail };
  return { ...known, result, detail };
}

/** What was read of the object is true now, and comes first: what the steps before it did may have been undone. */
function whatIsMissing(
  { result, evidence, detail }: Outcome,
  words: LaterStep | undefined,
): readonly (string | null)[] {
  if (result === "unknown") return [words?.notKnown ?? null, detail];
  if (evidence === "observed" && detail !== null) return [detail, words?.labels.notDone ?? null];
  return [words?.partlyDone ?? null, detail];
}

function detailOf({ detail }: Outcome): string | null {
  return detail;
}

function join(parts: readonly (string | null)[]): string | null {
  const said = parts.filter((part) => part !== null);
  return said.length === 0 ? null : said.join(" ").slice(0, DETAIL_MAX);
}
