import type { NewEntry } from "@/lib/contract/entries";
import { sameId } from "@/lib/domain/same-id";
import {
  evidenceOfSteps,
  isDone,
  isFromReading,
  isStronger,
  mayReplaceOutcome,
  type Outcome,
  resultOfSteps,
} from "@/lib/domain/outcome";
import { keyOfId } from "./entry-row";
import { conflict, invalid } from "./ledger-error";
import type { Facts } from "./recorded-facts";
import type { RecordedOperation } from "./recorded-operation";

type OutcomeEntry = Extract<NewEntry, { kind: "carried-out" }>;

/** Refuses an outcome that does not fit its operation, or what is recorded of it. */
export function refuseUnfoundedOutcome(
  entry: OutcomeEntry,
  field: string,
  actorId: string,
  facts: Facts,
): void {
  const { operationId, stepId, guestId } = entry;
  const operation = facts.operation(operationId);
  if (operation === undefined) {
    throw invalid("No such operation is recorded.", `${field}.operationId`);
  }
  if (!sameId(operation.guestId ?? "", guestId ?? "")) {
    throw invalid("The operation is about another guest.", `${field}.guestId`);
  }
  if (operation.kind === "keep") {
    throw invalid("To keep somebody has no outcome.", `${field}.operationId`);
  }
  if (stepId !== undefined && !operation.steps.has(stepId)) {
    throw invalid("The operation has no such step.", `${field}.stepId`);
  }
  refuseFencedOff(entry, operation, field, actorId, facts);
  refuseContradictingSteps(entry, operation, field, facts);
  refuseUnprovenOutcome(entry, field);
  refuseUnfoundedCorrection(entry, operation, field, facts);
  refuseWeakerOutcome(entry, field, facts);
  refuseRenaming(entry, field, facts);
  refuseOtherSubject(entry, operation, field, facts);
}

/** The id that Graph gave an object cannot be replaced by a later outcome. */
function refuseRenaming(
  { operationId, stepId = operationId, createdId }: OutcomeEntry,
  field: string,
  facts: Facts,
): void {
  const known = facts.createdId(operationId, stepId);
  if (createdId === undefined || known === undefined || createdId === known) return;
  throw conflict("What it made is recorded with another id.", `${field}.createdId`);
}

/**
 * An outcome is about what its operation is about. What an operation makes has the operation's id until somebody says
 * what Graph called it.
 */
function refuseOtherSubject(
  { operationId, stepId = operationId, subject, createdId }: OutcomeEntry,
  { subject: planned }: RecordedOperation,
  field: string,
  facts: Facts,
): void {
  if (subject === undefined) return;
  if (planned.type !== subject.type) {
    throw invalid(`The operation is about a ${planned.type}.`, `${field}.subject.type`);
  }
  if (sameId(planned.id, subject.id)) return;
  const creationId = keyOfId(planned.id);
  const known = facts.createdId(creationId, creationId);
  const isCreation = creationId === operationId;
  const made = known ?? (isCreation && stepId === operationId ? createdId : undefined);
  if (made === undefined ? isCreation : sameId(made, subject.id)) return;
  throw isCreation
    ? conflict("What it made is recorded with another id.", `${field}.subject.id`)
    : invalid("The operation is about something else.", `${field}.subject.id`);
}

/** What became of an operation follows from what became of its steps. */
function refuseContradictingSteps(
  { operationId, stepId, outcome }: OutcomeEntry,
  operation: RecordedOperation,
  field: string,
  facts: Facts,
): void {
  // Earlier versions recorded no requests, and their blocks ended sessions, too.
  const isOne =
    operation.steps.size === 1 || (operation.steps.size === 0 && operation.kind !== "block");
  if (isOne && (stepId !== undefined || outcome.result === "partly-done")) {
    throw invalid("The operation has one request only.", `${field}.outcome`);
  }
  if (isOne || stepId !== undefined) return;
  if (fitsSteps(outcome, operationId, operation, facts)) return;
  throw conflict("Its requests say otherwise.", `${field}.outcome`);
}

/** Requests carry their step's id as client-request-id, and Entra keeps it as the record's correlation id. */
function refuseUnprovenOutcome(entry: OutcomeEntry, field: string): void {
  const { operationId, stepId = operationId, outcome } = entry;
  const { evidence, auditRecord } = outcome;
  const isProven = auditRecord?.correlationId === stepId;
  if ((evidence === "audited") === (auditRecord !== undefined) && (isProven || !auditRecord))
    return;
  throw invalid(
    "Evidence “audited” needs one audit record with the correlation id of this request.",
    `${field}.outcome.auditRecord`,
  );
}

/**
 * A correction puts something else in the place of the outcome that its author saw. What a person says has not been read
 * back; the outcome of a whole follows from those of its requests, and so does its evidence.
 */
function refuseUnfoundedCorrection(
  { operationId, stepId, outcome, correction, replaces }: OutcomeEntry,
  operation: RecordedOperation,
  field: string,
  facts: Facts,
): void {
  const at = `${field}.correction`;
  if (correction === undefined) {
    if (replaces !== undefined) throw invalid("A correction says why.", at);
    return;
  }
  const current = facts.outcome(operationId, stepId);
  if (current === undefined) throw invalid("There is no outcome to correct.", at);
  const seen = replaces ?? (current.isCorrection ? undefined : current.entryId);
  if (seen !== current.entryId) {
    throw conflict("Somebody has recorded another outcome meanwhile.", `${field}.replaces`);
  }
  const follows = stepId === undefined && stepOutcomes(operationId, operation, facts).length > 0;
  if (outcome.evidence === "reported" || isFromReading(correction) || follows) return;
  throw invalid("What a person corrects is reported.", `${field}.outcome.evidence`);
}

/**
 * Whether an outcome of the whole is what follows from the steps that have one of their own, and is known no better than
 * they are; always where none has.
 */
function fitsSteps(
  whole: Outcome,
  operationId: string,
  operation: RecordedOperation,
  facts: Facts,
): boolean {
  const [first, ...later] = stepOutcomes(operationId, operation, facts);
  if (first === undefined) return true;
  const isWithFirst = facts.outcome(operationId, [...operation.steps.keys()][0]) !== undefined;
  if (!isWithFirst) return !isDone(whole);
  const steps = [first, ...later] as const;
  return (
    whole.result === resultOfSteps(steps) && !isStronger(whole.evidence, evidenceOfSteps(steps))
  );
}

/** Refuses the outcome of a step that leaves an outcome of the whole beside it which does not follow from it. */
export function refuseStaleWhole(entry: NewEntry, field: string, facts: Facts): void {
  if (entry.kind !== "carried-out") return;
  const { operationId, stepId } = entry;
  const operation = facts.operation(operationId);
  const whole = facts.outcome(operationId);
  if (stepId === undefined || operation === undefined || whole === undefined) return;
  if (fitsSteps(whole.outcome, operationId, operation, facts)) return;
  throw invalid("The outcome of the whole has to be recorded with it.", `${field}.stepId`);
}

/** The outcomes of its steps that are recorded, in the steps' order. */
function stepOutcomes(
  operationId: string,
  { steps }: RecordedOperation,
  facts: Facts,
): readonly Outcome[] {
  return [...steps.keys()].flatMap((id) => facts.outcome(operationId, id)?.outcome ?? []);
}

function refuseWeakerOutcome(entry: OutcomeEntry, field: string, facts: Facts): void {
  const { operationId, stepId, outcome, correction } = entry;
  const current = facts.outcome(operationId, stepId);
  if (current === undefined) return;
  const { result, evidence } = current.outcome;
  const isCorrection = correction !== undefined;
  if (mayReplaceOutcome(current.outcome, outcome, isCorrection, current.isCorrection)) return;
  throw conflict(
    `“${result}” is recorded (${evidence}), and this is no better evidence.`,
    `${field}.outcome`,
  );
}

/**
 * Only who had the lease of a plan last has a say, with its number: nobody beside the holder, and no earlier holder once
 * somebody else has taken the plan over. Of a plan that never had a lease the person who planned it speaks.
 */
export function refuseFencedOff(
  { fence }: Pick<Extract<NewEntry, { kind: "carried-out" }>, "fence">,
  { planId, actorId: author }: RecordedOperation,
  field: string,
  actorId: string,
  facts: Facts,
): void {
  const lease = facts.lease(planId);
  if (fence === lease?.fence && actorId === (lease?.holderId ?? author)) return;
  throw conflict("Somebody else carries out this plan, or has taken it over.", `${field}.fence`);
}
