import {
  DETAIL_MAX,
  evidenceOfSteps,
  isDone,
  type Outcome,
  type Result,
  resultOfSteps,
} from "@/lib/domain/outcome";
import type { LaterStep, OperationHandler } from "./operation-handler";

/** The outcome of what the directory showed when it was read, without anything being sent. */
export function observedOutcome(result: Result, detail: string | null): Outcome {
  return { result, evidence: "observed", detail, requestId: null };
}

/** How the detail begins of what was not sent: in the ledger it is told from what failed by nothing else. */
const NOT_ATTEMPTED = "Not attempted: ";

/** Why a step was not begun whose predecessor nobody knew in time to be done. */
export const NOT_KNOWN_IN_TIME = "whether the request before it was done was not known in time.";

/** The outcome of an operation for which nothing was sent. */
export function notAttempted(why: string): Outcome {
  return {
    result: "failed",
    evidence: "reported",
    detail: `${NOT_ATTEMPTED}${why}`,
    requestId: null,
  };
}

/** Why nothing was sent for an operation, as a sentence; null where something was, or may have been. */
export function whyNotSent({ result, detail }: Pick<Outcome, "result" | "detail">): string | null {
  if (result !== "failed" || detail?.startsWith(NOT_ATTEMPTED) !== true) return null;
  const why = detail.slice(NOT_ATTEMPTED.length);
  return `${why.charAt(0).toUpperCase()}${why.slice(1).replace(/\.$/, "")}.`;
}

/** What became of one step. */
export interface StepOutcome {
  readonly stepId: string;
  readonly name: string;
  readonly outcome: Outcome;
  /** What Graph called what it made, where that is known. */
  readonly createdId?: string | undefined;
}

/**
 * The outcome of an operation of this kind, from the outcomes of its begun steps in order. It is done only if all of it is done, and
 * "already done" if the first step was. A refused or failed step gives its own reason.
 */
export function combineOutcomes(
  { laterSteps }: Pick<OperationHandler, "laterSteps">,
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
  const words = laterSteps?.[missing.name];
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
