import type { NewEntry } from "@/lib/contract/entries";
import { areGuestSteps } from "@/lib/domain/guest-steps";
import { sameId } from "@/lib/domain/same-id";
import { isGuestOperation, type Operation } from "@/lib/domain/operation";
import { invalid } from "./ledger-error";

/** Refuses an operation that contradicts itself: what is recorded as a block has to be the block of that guest. */
export function refuseContradictory(entry: NewEntry, field: string, tenantId: string): void {
  if (entry.kind !== "planned") return;
  const { operation } = entry;
  const at = `${field}.operation`;
  if (entry.id !== operation.id) {
    throw invalid("The entry has to have the id of its operation.", `${at}.id`);
  }
  refuseUnclearSteps(operation, `${at}.steps`);
  if (!isGuestOperation(operation.kind)) {
    if (operation.subject.type !== "guest") return;
    throw invalid(`${operation.kind} is not about a guest's account.`, `${at}.subject.type`);
  }
  const { subject, guestId, known } = operation;
  const isAboutGuest = subject.type === "guest" && sameId(subject.id, guestId ?? "");
  if (!isAboutGuest) throw invalid("The subject is not the guest.", `${at}.subject`);
  if (known === null) throw invalid("What was known of the guest is missing.", `${at}.known`);
  refuseOtherRequests(operation, `${at}.steps`, tenantId);
}

/** Each step is found by its id and referred to by its name. */
function refuseUnclearSteps({ id, kind, steps }: Operation, field: string): void {
  if ((steps.length === 0) !== (kind === "keep")) {
    throw invalid("Every kind but keep has at least one request.", field);
  }
  const [ids, names] = [new Set<string>(), new Set<string>()];
  for (const [index, step] of steps.entries()) {
    const at = `${field}[${index}]`;
    if (index === 0 && step.id !== id) {
      throw invalid("The first step has the id of its operation.", `${at}.id`);
    }
    if (ids.has(step.id)) throw invalid("Another step has this id.", `${at}.id`);
    if (names.has(step.name)) throw invalid("Another step has this name.", `${at}.name`);
    ids.add(step.id);
    names.add(step.name);
  }
}

function refuseOtherRequests(operation: Operation, field: string, tenantId: string): void {
  const { kind, guestId, steps } = operation;
  if (!isGuestOperation(kind) || guestId === null) return;
  if (!areGuestSteps(kind, { guestId, tenantId }, steps)) {
    throw invalid(`These are not the requests of ${kind} for this guest.`, field);
  }
}
