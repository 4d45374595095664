import type { NewEntry } from "@/lib/contract/entries";
import type { OperationRow } from "@/lib/contract/history";
import { isDone, type Outcome, type Result } from "@/lib/domain/outcome";
import { combineOutcomes, type StepOutcome } from "@/lib/operations/outcomes";
import { handlerOf } from "@/lib/operations/registry";

export type OutcomeEntry = Extract<NewEntry, { kind: "carried-out" }>;

/** A person's correction of the outcome of an operation or one of its requests, with the reason. */
export interface Correction {
  /** The request whose outcome it is; null for the operation where no request has an outcome of its own. */
  readonly stepId: string | null;
  readonly result: Result;
  readonly reason: string;
}

/** The requests of an operation that have an outcome of their own, in their order. */
export function stepsWithOutcome({ operation, steps }: OperationRow): readonly StepOutcome[] {
  return operation.steps.flatMap(({ id, name }) => {
    const outcome = steps.find(({ stepId }) => stepId === id)?.outcome;
    return outcome == null ? [] : [{ stepId: id, name, outcome: plain(outcome) }];
  });
}

/**
 * The results that may replace a recorded one. A single request cannot be partly done, "already done" is never only
 * reported, and nothing replaces an outcome that Entra's audit log proves.
 */
export function resultsToChoose(
  row: OperationRow,
  stepId: string | null,
  current: Outcome,
): readonly Result[] {
  if (current.evidence === "audited") return [];
  // Of several requests where none has an outcome of its own, only the first was begun. That nothing else had to be
  // done is known only where the history once said so.
  const isWhole = stepId === null && row.operation.steps.length > 1;
  const wasWhole = [current, ...row.earlierOutcomes].some(isDone);
  const whole: readonly Result[] = wasWhole ? ["done", "partly-done"] : ["partly-done"];
  const all: readonly Result[] = [
    ...(isWhole ? whole : ["done" as const]),
    "refused",
    "failed",
    "unknown",
  ];
  return all.filter((result) => result !== current.result);
}

/**
 * The entries of a correction: the outcome as the person says it, and where it is one request of several, the
 * operation's, which follows from all of them.
 */
export function correctionEntries(
  row: OperationRow,
  { stepId, result, reason }: Correction,
  { fence, mintId }: { readonly fence: number; readonly mintId: () => string },
): readonly OutcomeEntry[] {
  const { id: operationId, kind, guestId } = row.operation;
  const entry = (outcome: Outcome, replaces: string | undefined): OutcomeEntry => ({
    ...{ id: mintId(), kind: "carried-out", operationId, guestId, outcome, fence },
    correction: reason,
    ...(replaces !== undefined && { replaces }),
  });
  const seen = row.outcome?.entryId;
  const said = (before: Outcome | null): Outcome => ({
    // A person's word is never "observed".
    ...{ result, evidence: "reported", detail: null },
    requestId: before?.requestId ?? null,
  });
  if (stepId === null) return [entry(said(row.outcome), seen)];
  const steps = stepsWithOutcome(row).map((step) =>
    step.stepId === stepId ? { ...step, outcome: said(step.outcome) } : step,
  );
  const corrected = steps.find((step) => step.stepId === stepId);
  const [first, ...later] = steps;
  if (corrected === undefined || first === undefined) return [];
  const seenOfStep = row.steps.find((step) => step.stepId === stepId)?.outcome?.entryId;
  const whole = combineOutcomes(handlerOf(kind), [first, ...later]);
  return [{ ...entry(corrected.outcome, seenOfStep), stepId }, entry(whole, seen)];
}

/** Without what the history adds to it. */
function plain({ result, evidence, detail, requestId, auditRecord }: Outcome): Outcome {
  return { result, evidence, detail, requestId, ...(auditRecord && { auditRecord }) };
}
