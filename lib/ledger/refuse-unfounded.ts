import type { NewEntry } from "@/lib/contract/entries";
import { mayReplaceOutcome } from "@/lib/domain/outcome";
import { undoOf } from "@/lib/domain/undo";
import type { RecordedAct } from "./chain-state";
import { LedgerError } from "./ledger-error";
import type { Facts } from "./recorded-facts";

type Entry<Kind extends NewEntry["kind"]> = Extract<NewEntry, { kind: Kind }>;

/**
 * Refuses an entry that cannot be true of this chain: what it refers to must be there and fit, what may be there once
 * may not be there yet, and what is proven may not be replaced by something weaker.
 */
export function refuseUnfounded(
  entry: NewEntry,
  field: string,
  actorId: string,
  facts: Facts,
): void {
  switch (entry.kind) {
    case "review-result":
    case "template-saved":
      return;
    case "policy-set":
      if (entry.replaces === facts.policyEntryId()) return;
      throw conflict("The settings were changed meanwhile.", `${field}.replaces`);
    case "intended":
      refuseSecondAct(entry.id, entry.intent, `${field}.intent`, "intent", facts);
      refuseForeignPlan(entry.intent.planId, `${field}.intent.planId`, actorId, facts);
      return;
    case "decided":
      refuseSecondAct(entry.id, entry.decision, `${field}.decision`, "decision", facts);
      refuseForeignPlan(entry.decision.planId, `${field}.decision.planId`, actorId, facts);
      refuseUnfoundedUndo(entry, field, facts);
      return;
    case "carried-out":
      refuseUnfoundedOutcome(entry, field, facts);
  }
}

/** The history names a decision by its entry and an outcome names it by its own id: the two are one. */
function refuseSecondAct(
  entryId: string,
  { id }: { readonly id: string },
  field: string,
  of: RecordedAct["of"],
  facts: Facts,
): void {
  if (facts.act(id) !== undefined) {
    throw conflict(`This ${of} is recorded already.`, `${field}.id`);
  }
  if (entryId !== id) throw invalid(`The entry has to have the id of its ${of}.`, `${field}.id`);
}

/** A plan is undone and resumed as a whole, so it is one person's. */
function refuseForeignPlan(planId: string, field: string, actorId: string, facts: Facts): void {
  const author = facts.planAuthor(planId);
  if (author !== undefined && author !== actorId) {
    throw conflict("This plan is somebody else's.", field);
  }
}

function refuseUnfoundedUndo({ decision }: Entry<"decided">, field: string, facts: Facts): void {
  const { undoes, kind, guestId } = decision;
  if (undoes === null) return;
  const undone = facts.act(undoes);
  if (undone?.of !== "decision") {
    throw invalid("No such decision is recorded.", `${field}.decision.undoes`);
  }
  if (undone.guestId !== guestId) {
    throw invalid("The decision it takes back is about another guest.", `${field}.decision.undoes`);
  }
  if (undoOf(undone.kind) !== kind) {
    throw invalid(`${kind} does not take back ${undone.kind}.`, `${field}.decision.undoes`);
  }
}

function refuseUnfoundedOutcome(entry: Entry<"carried-out">, field: string, facts: Facts): void {
  const { decisionId, guestId, subject } = entry;
  const act = facts.act(decisionId);
  if (act === undefined) throw invalid("No such decision is recorded.", `${field}.decisionId`);
  if (act.guestId !== guestId) {
    throw invalid(`The ${act.of} is about another guest.`, `${field}.guestId`);
  }
  if (act.kind === "keep") {
    throw invalid("A decision to keep has no outcome.", `${field}.decisionId`);
  }
  refuseFencedOff(entry, act.planId, field, facts);
  refuseUnprovenOutcome(entry, field);
  refuseWeakerOutcome(entry, field, facts);
  if (subject === undefined) return;
  if (act.of === "decision") {
    throw invalid("A decision is about a guest and has no other subject.", `${field}.subject`);
  }
  if (act.subjectType !== subject.type) {
    throw invalid(`The intent is about a ${act.subjectType}.`, `${field}.subject.type`);
  }
}

/** While somebody holds the lease of a plan, and after somebody else has taken it over, an earlier holder has no say. */
function refuseFencedOff(
  { fence }: Entry<"carried-out">,
  planId: string,
  field: string,
  facts: Facts,
): void {
  if (fence === facts.fence(planId)) return;
  throw conflict("Somebody else carries out this plan, or has taken it over.", `${field}.fence`);
}

/** Requests carry their operation's id as client-request-id, and Entra keeps it as the record's correlation id. */
function refuseUnprovenOutcome({ decisionId, outcome }: Entry<"carried-out">, field: string): void {
  const { evidence, auditRecord } = outcome;
  const isProven = auditRecord?.correlationId === decisionId;
  if ((evidence === "audited") === (auditRecord !== undefined) && (isProven || !auditRecord))
    return;
  throw invalid(
    "Evidence “audited” needs one audit record with the correlation id of this request.",
    `${field}.outcome.auditRecord`,
  );
}

function refuseWeakerOutcome(entry: Entry<"carried-out">, field: string, facts: Facts): void {
  const { decisionId, outcome, correction } = entry;
  const current = facts.outcome(decisionId);
  if (current === undefined || mayReplaceOutcome(current, outcome, correction !== undefined))
    return;
  throw conflict(
    `“${current.result}” is recorded (${current.evidence}), and this is no better evidence.`,
    `${field}.outcome`,
  );
}

function invalid(message: string, field: string): LedgerError {
  return new LedgerError("invalid", message, field);
}

function conflict(message: string, field: string): LedgerError {
  return new LedgerError("conflict", message, field);
}
