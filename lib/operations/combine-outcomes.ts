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
 * The outcome of an operation, from the outcomes of its begun steps in order. It is done only if all of it is done, and
 * "already done" if the first step was. A refused or failed step gives its own reason.
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
  // The first step was already done and a later one is not: there is nothing to undo.
  if (first.outcome.result === "already-so") return { ...missing.outcome, detail };
  return { ...known, result, detail };
}

/** The latest reading comes first, since earlier steps may have been undone. */
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
