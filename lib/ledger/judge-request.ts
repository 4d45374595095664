import type { NewEntry } from "@/lib/contract/entries";
import { contentOfNew } from "./entry-content";
import { invalid, LedgerError } from "./ledger-error";
import { type Facts, FactsWith } from "./recorded-facts";
import { refuseUnfounded } from "./refuse-unfounded";
import { refuseStaleWhole } from "./refuse-unfounded-outcome";
import {
  type GraphRequest,
  isGuestOperation,
  needsOperatorRole,
  type Operation,
} from "@/lib/domain/operation";
import { areGuestSteps } from "@/lib/domain/guest-steps";
import { sameId } from "@/lib/domain/same-id";

interface Judging {
  readonly actorId: string;
  /** Without it, a person may only answer the items of reviews. */
  readonly mayOperate: boolean;
  readonly tenant: string;
  /** The entries on the chain that have an id of the request's: what they say, and who said it. */
  readonly known: ReadonlyMap<string, { readonly content: string; readonly actorId: string }>;
  readonly facts: Facts;
}

/**
 * Refuses a request in which any entry is not this person's to record, contradicts itself, or cannot be true of the
 * chain with the entries before it. One that is recorded already, word for word and by the same person, is no fault.
 * Throws LedgerError, which names the entry.
 */
export function judgeRequest(
  entries: readonly NewEntry[],
  { actorId, mayOperate, tenant, known, facts: before }: Judging,
): void {
  const own = new Map<string, string>();
  const facts = new FactsWith(before);
  for (const [index, entry] of entries.entries()) {
    const field = `entries[${index}]`;
    if (!mayOperate) refuseUnentitled(entry, field, actorId, facts);
    const content = contentOfNew(entry);
    const recorded = known.get(entry.id);
    const same = recorded === undefined ? own.get(entry.id) : recorded.content;
    if (same !== undefined) {
      const isTheirs = recorded === undefined || recorded.actorId === actorId;
      if (same === content && isTheirs) continue;
      throw new LedgerError("conflict", "Another entry has this id.", `${field}.id`);
    }
    refuseUnfounded(entry, field, actorId, facts);
    refuseContradictory(entry, field, tenant);
    own.set(entry.id, content);
    facts.add(entry, actorId);
  }
  for (const [index, entry] of entries.entries()) {
    // What was recorded before may be out of date by now.
    if (own.has(entry.id)) refuseStaleWhole(entry, `entries[${index}]`, facts);
  }
}

/** The requests by which reviewers answer, whatever role they have here. */
const INSTANCE = "/identityGovernance/accessReviews/definitions/[^/?#]+/instances/[^/?#]+";
const ANSWERS = {
  "answer-item": new RegExp(`^PATCH ${INSTANCE}/decisions/[^/?#]+$`),
  "accept-recommendations": new RegExp(`^POST ${INSTANCE}/acceptRecommendations$`),
} as const;

/**
 * A person who may not operate may still answer the items of a review, one by one or as recommended: that the caller is
 * their reviewer is checked by Entra itself (learn.microsoft.com/graph/api/accessreviewinstancedecisionitem-update,
 * learn.microsoft.com/graph/api/accessreviewinstance-acceptrecommendations). Of outcomes they may record those of
 * their own answers.
 */
function refuseUnentitled(
  entry: NewEntry,
  field: string,
  actorId: string,
  facts: Pick<Facts, "operation">,
): void {
  switch (entry.kind) {
    case "planned": {
      const { kind, steps } = entry.operation;
      if (kind !== "answer-item" && kind !== "accept-recommendations") break;
      const isAnswer = ({ method, path }: GraphRequest) => ANSWERS[kind].test(`${method} ${path}`);
      if (steps.every(({ request }) => isAnswer(request))) return;
      break;
    }
    case "carried-out": {
      const operation = facts.operation(entry.operationId);
      if (operation?.actorId === actorId && !needsOperatorRole(operation.kind)) return;
      break;
    }
    case "bound":
    case "review-result":
    case "policy-set":
    case "template-saved":
  }
  throw new LedgerError(
    "forbidden",
    "This needs the app role Governance.Operator.",
    `${field}.kind`,
  );
}

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
