import type { NewEntry } from "@/lib/contract/entries";
import { namesBefore } from "@/lib/domain/operation";
import { standsAgainst, undoOfOperation } from "@/lib/domain/undo";
import { bindRequest, referencesOf } from "@/lib/domain/bind-request";
import { canonicalJson } from "./hash-chain";
import { sameId } from "@/lib/domain/same-id";
import { conflict, invalid } from "./ledger-error";
import type { Facts } from "./recorded-facts";
import type { RecordedOperation } from "./recorded-operation";
import { refuseFencedOff, refuseUnfoundedOutcome } from "./refuse-unfounded-outcome";

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
      refuseUnfoundedCorrection(entry, field, facts);
      return;
    case "template-saved":
      return;
    case "policy-set":
      if (entry.replaces === facts.policyEntryId()) return;
      throw conflict("The settings were changed meanwhile.", `${field}.replaces`);
    case "planned":
      if (facts.operation(entry.operation.id) !== undefined) {
        throw conflict("This operation is recorded already.", `${field}.operation.id`);
      }
      refuseForeignPlan(entry.operation.planId, `${field}.operation.planId`, actorId, facts);
      refuseUnfoundedUndo(entry, field, facts);
      return;
    case "bound":
      refuseUnfoundedBinding(entry, field, actorId, facts);
      return;
    case "carried-out":
      refuseUnfoundedOutcome(entry, field, actorId, facts);
  }
}

/** A plan is undone and resumed as a whole, so it is one person's. */
function refuseForeignPlan(planId: string, field: string, actorId: string, facts: Facts): void {
  const author = facts.planAuthor(planId);
  if (author !== undefined && author !== actorId) {
    throw conflict("This plan is somebody else's.", field);
  }
}

function refuseUnfoundedUndo({ operation }: Entry<"planned">, field: string, facts: Facts): void {
  const { undoes, kind, guestId } = operation;
  if (undoes === null) return;
  const at = `${field}.operation.undoes`;
  const earlier = facts.operation(undoes);
  if (earlier === undefined) throw invalid("No such operation is recorded.", at);
  if (undoOfOperation(withSteps(earlier)) !== kind) {
    throw invalid(`${kind} does not take back this ${earlier.kind}.`, at);
  }
  if (!sameId(earlier.guestId ?? "", guestId ?? "")) {
    throw invalid("The operation it takes back is about another guest.", at);
  }
  const result = facts.outcome(undoes)?.outcome.result;
  if (result !== "done" && result !== "partly-done") {
    throw conflict("The history does not say that the operation it takes back was done.", at);
  }
  for (const id of facts.laterAboutGuest(undoes)) {
    const later = facts.operation(id);
    if (later === undefined) continue;
    const held = facts.outcome(id, id) ?? facts.outcome(id);
    const result = held?.outcome.result ?? null;
    if (!standsAgainst({ ...withSteps(later), result }, earlier)) continue;
    throw later.undoes === undoes
      ? conflict("It has been taken back already, or may have been.", at)
      : conflict("Another operation changed this account since, or may have.", at);
  }
}

function withSteps(operation: RecordedOperation) {
  return { ...operation, steps: [...operation.steps.values()] };
}

/** A person corrects what became of the access; what Entra said of the item stays as it was copied. */
function refuseUnfoundedCorrection(
  { result, corrects, correction, replaces }: Entry<"review-result">,
  field: string,
  facts: Facts,
): void {
  if ((corrects === undefined) !== (correction === undefined)) {
    throw invalid("A correction names what it corrects, and says why.", `${field}.correction`);
  }
  if (corrects === undefined) return;
  const copied = facts.result(corrects);
  if (copied === undefined) {
    throw invalid("No such result of a review is recorded.", `${field}.corrects`);
  }
  if ((replaces ?? corrects) !== (facts.correction(corrects) ?? corrects)) {
    throw conflict("Somebody has corrected this meanwhile.", `${field}.replaces`);
  }
  const { access, notApplied } = result;
  if (notApplied !== null && (access !== "still-there" || result.decision !== "Deny")) {
    throw invalid("Only a Deny can be not applied, while the access is there.", `${field}.result`);
  }
  // What the reviewer wrote may have been erased since, and is not kept in a correction.
  const justification = null;
  const expected = { ...copied, access, notApplied, justification };
  if (canonicalJson(expected) !== canonicalJson({ ...result, justification })) {
    throw invalid("Only what became of the access can be corrected.", `${field}.result`);
  }
}

/** What is sent in place of references is what was recorded, but for the ids. */
function refuseUnfoundedBinding(
  entry: Entry<"bound">,
  field: string,
  actorId: string,
  facts: Facts,
): void {
  const { operationId, stepId, request } = entry;
  const operation = facts.operation(operationId);
  if (operation === undefined) {
    throw invalid("No such operation is recorded.", `${field}.operationId`);
  }
  const recorded = operation.steps.get(stepId);
  if (recorded === undefined) throw invalid("It has no such step.", `${field}.stepId`);
  refuseFencedOff(entry, operation, field, actorId, facts);
  const steps = [...operation.steps].map(([id, { name }]) => ({ id, name }));
  const earlier = namesBefore({ steps }, stepId);
  if (referencesOf(recorded.request, earlier).length === 0)
    throw invalid("The step refers to nothing.", `${field}.stepId`);
  if (facts.outcome(operationId, stepId) !== undefined) {
    throw conflict("What became of this step is recorded already.", `${field}.stepId`);
  }
  const createdIds = new Map<string, string>();
  for (const { id, name } of steps) {
    const createdId = facts.createdId(operationId, id);
    if (createdId !== undefined) createdIds.set(name, createdId);
  }
  const expected = bindRequest(recorded.request, earlier, createdIds);
  if (expected !== null && canonicalJson(expected) === canonicalJson(request)) return;
  throw conflict("That is not the recorded request with what was made.", `${field}.request`);
}
