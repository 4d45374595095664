import type { NewEntry } from "@/lib/contract/entries";
import type { RecordedAct } from "./chain-state";
import { LedgerError } from "./ledger-error";

type LookUp = (id: string) => RecordedAct | undefined;

/** What an entry refers to must be on the chain before it, and fit; what may be there once may not be there yet. */
export function refuseUnfounded(entry: NewEntry, field: string, lookUp: LookUp): void {
  switch (entry.kind) {
    case "review-result":
    case "policy-set":
    case "template-saved":
      return;
    case "intended":
      if (lookUp(entry.intent.id) === undefined) return;
      throw conflict("This intent is recorded already.", `${field}.intent.id`);
    case "decided": {
      const { id, undoes } = entry.decision;
      if (lookUp(id) !== undefined) {
        throw conflict("This decision is recorded already.", `${field}.decision.id`);
      }
      if (undoes !== null && lookUp(undoes)?.of !== "decision") {
        throw invalid("No such decision is recorded.", `${field}.decision.undoes`);
      }
      return;
    }
    case "carried-out":
      refuseUnfoundedOutcome(entry, field, lookUp);
  }
}

function refuseUnfoundedOutcome(
  { decisionId, guestId, subject }: Extract<NewEntry, { kind: "carried-out" }>,
  field: string,
  lookUp: LookUp,
): void {
  const act = lookUp(decisionId);
  if (act === undefined) throw invalid("No such decision is recorded.", `${field}.decisionId`);
  if (act.guestId !== guestId) {
    throw invalid(`The ${act.of} is about another guest.`, `${field}.guestId`);
  }
  if (act.kind === "keep") {
    throw invalid("A decision to keep has no outcome.", `${field}.decisionId`);
  }
  if (subject === undefined) return;
  if (act.of === "decision") {
    throw invalid("A decision is about a guest and has no other subject.", `${field}.subject`);
  }
  if (act.subjectType !== subject.type) {
    throw invalid(`The intent is about a ${act.subjectType}.`, `${field}.subject.type`);
  }
}

function invalid(message: string, field: string): LedgerError {
  return new LedgerError("invalid", message, field);
}

function conflict(message: string, field: string): LedgerError {
  return new LedgerError("conflict", message, field);
}
