import type { NewEntry } from "@/lib/contract/entries";
import { sameId } from "@/lib/domain/same-id";
import type { Outcome } from "@/lib/domain/outcome";
import type { Operation, OperationKind, OperationStep, Subject } from "@/lib/domain/operation";

/** An operation that is on the chain: what outcomes are compared with. */
export interface RecordedOperation {
  readonly actorId: string;
  readonly planId: string;
  readonly kind: OperationKind;
  readonly guestId: string | null;
  readonly subject: Subject;
  /** The operation that it takes back. */
  readonly undoes: string | null;
  /** By their ids; the first versions recorded none. */
  readonly steps: ReadonlyMap<string, Pick<OperationStep, "name" | "request">>;
}

/** An outcome that is on the chain. */
export interface HeldOutcome {
  readonly entryId: string;
  readonly outcome: Outcome;
  /** Whether it is a correction. */
  readonly isCorrection: boolean;
}

/** An operation as later entries are compared with it. */
export function recordedOperation(operation: Operation, actorId: string): RecordedOperation {
  const { planId, kind, guestId, subject, undoes, steps } = operation;
  const byId = new Map(steps.map(({ id, ...step }) => [id, step]));
  return { actorId, planId, kind, guestId, subject, undoes, steps: byId };
}

/** What an outcome is of: an operation, or one of its steps. */
export function outcomeKey(operationId: string, stepId: string | undefined): string {
  return stepId === undefined ? operationId : `${operationId}/${stepId}`;
}

/**
 * What an outcome says that a step made, by `outcomeKey`. What an operation makes first is also its subject, whose id
 * is the operation's own until it is there.
 */
export function createdIn(
  { operationId, stepId, createdId, subject }: CreatedBy,
  planned: Subject | undefined,
): [string, string][] {
  const all: [string, string][] = [];
  const first = outcomeKey(operationId, operationId);
  const isCreation = planned !== undefined && sameId(planned.id, operationId);
  if (isCreation && subject !== undefined && !sameId(subject.id, operationId)) {
    all.push([first, subject.id]);
  }
  if (createdId !== undefined)
    all.push([outcomeKey(operationId, stepId ?? operationId), createdId]);
  return all;
}

type CreatedBy = Pick<
  Extract<NewEntry, { kind: "carried-out" }>,
  "operationId" | "stepId" | "createdId" | "subject"
>;
