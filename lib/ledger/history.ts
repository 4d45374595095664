import "server-only";
import { type HistoryAnswer, type HistoryRow, historyRow } from "@/lib/contract/history";
import type { Operation } from "@/lib/domain/operation";
import type { ReviewResult } from "@/lib/domain/reviews/result";
import type { Caller } from "./caller";
import { database, type Database } from "./database";
import {
  type Body,
  bodyFromDatabase,
  type BoundBody,
  type CarriedOutBody,
  confirmedIn,
  operationFrom,
  operationIdOf,
  type PolicySetBody,
  type ReviewResultBody,
} from "./entry-row";
import {
  type EntryWithActor,
  type HistoryFilter,
  historyQuery,
  type StoredRow,
} from "./history-query";
import { peopleFound } from "./history-people";
import { plansSummed } from "./history-plans";
import type { SaltedCard } from "./card";
import { isAsRecorded, isItsFingerprint, isItsTextFingerprint } from "./stored-entry";
import { requestFrom } from "./stored-request";
import { inTenant } from "./tenant-transaction";

/**
 * A page of the caller's tenant's history, newest first, each operation with its outcomes. Of each row it says whether
 * all that it shows is stored as it was recorded.
 */
export async function history(
  filter: HistoryFilter,
  { tenantId }: Pick<Caller, "tenantId">,
  of?: Database,
): Promise<HistoryAnswer> {
  return inTenant(of ?? (await database()), tenantId, async (transaction) => {
    const people = await peopleFound(transaction, tenantId, filter.q);
    // One row more than asked tells whether another page follows.
    const query = historyQuery(tenantId, filter, people, filter.limit + 1);
    const stored = await transaction.$queryRaw<StoredRow[]>(query);
    const rows = stored.slice(0, filter.limit).map(rowFrom);
    return {
      rows,
      plans: await plansSummed(transaction, tenantId, filter, rows),
      next: stored.length > rows.length ? (rows.at(-1)?.seq ?? null) : null,
    };
  });
}

/** What was edited may have no shape any more: then the row says only that it is there. */
function rowFrom(stored: StoredRow): HistoryRow {
  if (!isAltered(stored)) return readRow(stored, false);
  try {
    return historyRow.parse(readRow(stored, true));
  } catch {
    const shared = sharedOf(stored, true);
    const seq = Math.min(shared.seq, Number.MAX_SAFE_INTEGER);
    return { ...shared, seq, recordedAt: readableTime(shared.recordedAt), kind: "unreadable" };
  }
}

/** Latest time that has a text. */
const MOST_MILLISECONDS = 8.64e15;

/** The time that is stored, where it is one that can be shown; 1970 where it is none. */
function readableTime(at: number | null): number {
  return at !== null && Math.abs(at) <= MOST_MILLISECONDS ? at : 0;
}

function sharedOf({ entry }: StoredRow, altered: boolean) {
  const { id, seq, recordedAt, hash } = entry;
  return { id, seq, recordedAt, actor: actorOf(entry), reason: "", hash, altered };
}

function readRow(stored: StoredRow, altered: boolean): HistoryRow {
  const body = bodyOf(stored.entry);
  const shared = sharedOf(stored, altered);
  // Only what belongs to the kind is taken over: an edited body may say anything, also of the row itself.
  if ("policy" in body) {
    const { policy, reason } = body;
    return { ...shared, kind: "policy-set", policy, before: policyBefore(stored), reason };
  }
  if ("templateId" in body) {
    const { templateId, name, draft } = body;
    return { ...shared, kind: "template-saved", templateId, name, draft };
  }
  if ("personId" in body) {
    const { personId, cards, texts, through, reason } = body;
    return { ...shared, kind: "person-erased", personId, cards, texts, through, reason };
  }
  if ("result" in body) {
    const guest = guestFrom(stored, body.result.guestId);
    return { ...shared, kind: "review-result", guest, ...correctedFrom(stored, body) };
  }
  const operation = operationFrom(body);
  if (operation !== null)
    return { ...shared, ...plannedFrom(stored, operation), ...confirmedIn(body) };
  throw new TypeError(`The history has no rows of kind ${stored.entry.kind}.`);
}

function policyBefore({ policyBefore: entry }: StoredRow): PolicySetBody["policy"] | null {
  if (entry === null) return null;
  const body = bodyOf(entry);
  if (!("policy" in body)) throw new TypeError("An entry of kind policy-set holds no policy.");
  return body.policy;
}

/** Unchecked: where it was edited it may have any shape. */
function bodyOf(entry: EntryWithActor): Body {
  return bodyFromDatabase(entry.body as Parameters<typeof bodyFromDatabase>[0]);
}

/** Whether something that a row shows is not what was recorded, or belongs to another one. */
function isAltered(stored: StoredRow): boolean {
  const { entry, guest, text } = stored;
  const outcomes = [...(stored.outcomes ?? []), ...(stored.bound ?? [])];
  const replaced = [
    ...(stored.corrections ?? []),
    ...(stored.policyBefore ? [stored.policyBefore] : []),
  ];
  const all = [entry, ...outcomes, ...replaced];
  const cards = [guest, ...all.map(({ actor }) => actor)];
  return !(
    all.every(isAsRecorded) &&
    cards.every((card) => card === null || isItsFingerprint(card)) &&
    (text === null || isItsTextFingerprint(text))
  );
}

type Person = HistoryRow["actor"];

/** Who a card says somebody was; nobody's name where the card was erased, or is not what was recorded. */
function personFrom(id: string, card: SaltedCard | null): Person {
  if (card === null || !isItsFingerprint(card)) return { id, displayName: null, mail: null };
  return { id, displayName: card.displayName, mail: card.mail };
}

function actorOf({ actorId, actor }: EntryWithActor): Person {
  return personFrom(actorId, actor);
}

function guestFrom({ guest }: StoredRow, id: string): Person {
  return personFrom(id, guest);
}

function plannedFrom(stored: StoredRow, operation: Operation) {
  const { guestId, reason, subject } = operation;
  const made = stored.made === null ? undefined : outcomeBodyOf(stored.made).subject;
  return {
    kind: "planned" as const,
    operation: { ...operation, steps: [...operation.steps] },
    reason,
    subject: made ?? subject,
    guest: guestId === null ? null : guestFrom(stored, guestId),
    ...outcomesFrom(stored),
  };
}

function outcomeBodyOf(entry: EntryWithActor): CarriedOutBody {
  const body = bodyOf(entry);
  if (!("outcome" in body)) throw new TypeError("An entry of kind carried-out holds no outcome.");
  return { ...body, operationId: operationIdOf(body) };
}

type ResultRow = Extract<HistoryRow, { kind: "review-result" }>;

/** A result with the latest correction, and what was said before it. */
function correctedFrom(
  stored: StoredRow,
  copied: ReviewResultBody,
): Pick<ResultRow, "result" | "correction" | "earlierAccess"> {
  const justification = copied.result.justification ?? stored.text?.words ?? null;
  const result: ReviewResult = { ...copied.result, justification };
  const all = [
    { access: result.access, notApplied: result.notApplied, correction: null },
    ...(stored.corrections ?? []).map(correctionFrom),
  ];
  const latest = all.at(-1);
  return {
    result: {
      ...result,
      access: latest?.access ?? result.access,
      notApplied: latest === undefined ? result.notApplied : latest.notApplied,
    },
    correction: latest?.correction ?? null,
    earlierAccess: all.slice(0, -1),
  };
}

function correctionFrom(entry: EntryWithActor) {
  const body = bodyOf(entry);
  if (!("result" in body)) throw new TypeError("A correction of a result holds none.");
  const { access, notApplied } = body.result;
  const { id: entryId, recordedAt } = entry;
  const reason = body.correction ?? "";
  return {
    access,
    notApplied,
    correction: { entryId, reason, recordedAt, recordedBy: actorOf(entry) },
  };
}

type PlannedRow = Extract<HistoryRow, { kind: "planned" }>;

type RecordedOutcome = NonNullable<PlannedRow["outcome"]>;

/** The outcome that holds and those that it has replaced, and the same of each step that has one of its own. */
function outcomesFrom(row: StoredRow): Pick<PlannedRow, "outcome" | "earlierOutcomes" | "steps"> {
  const stored = (row.outcomes ?? []).map((entry) => ({ entry, body: outcomeBodyOf(entry) }));
  const bound = (row.bound ?? []).map((entry) => bodyOf(entry) as BoundBody);
  const bodies = stored.map(({ body }) => body);
  const stepIds = new Set([...bodies, ...bound].flatMap(({ stepId }) => stepId ?? []));
  const outcomesOf = (id: string | undefined) => stored.filter(({ body }) => body.stepId === id);
  return {
    ...inOrder(outcomesOf(undefined)),
    steps: [...stepIds].map((id) => {
      const request = bound.findLast(({ stepId }) => stepId === id)?.request;
      const createdIds = outcomesOf(id).flatMap(({ body }) => body.createdId ?? []);
      return {
        stepId: id,
        bound: request === undefined ? null : requestFrom(request),
        createdId: createdIds.at(-1) ?? null,
        ...inOrder(outcomesOf(id)),
      };
    }),
  };
}

interface StoredOutcome {
  readonly entry: EntryWithActor;
  readonly body: CarriedOutBody;
}

function inOrder(stored: readonly StoredOutcome[]): {
  readonly outcome: RecordedOutcome | null;
  readonly earlierOutcomes: RecordedOutcome[];
} {
  const recorded = stored.map(outcomeFrom);
  return { outcome: recorded.at(-1) ?? null, earlierOutcomes: recorded.slice(0, -1) };
}

function outcomeFrom({ entry, body }: StoredOutcome): RecordedOutcome {
  const { id: entryId, recordedAt } = entry;
  const correction = body.correction ?? null;
  return { ...body.outcome, entryId, recordedAt, recordedBy: actorOf(entry), correction };
}
