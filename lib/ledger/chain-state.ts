import { isGuid } from "@/lib/domain/guid";
import type { EntriesAnswer, NewEntry } from "@/lib/contract/entries";
import type { ReviewResult } from "@/lib/domain/reviews/result";
import type { Instant } from "@/lib/domain/time";
import type { Prisma } from "@/prisma/generated/client";
import { bytesFromHex, canonicalJson, GENESIS, hexFromBytes } from "./hash-chain";
import type { SaltedCard } from "./card";
import { contentOf, textOfBody } from "./entry-content";
import { type Body, bodyFromDatabase, keyOfId, operationIdOf } from "./entry-row";
import { cardFromRow } from "./stored-entry";
import { type PlanLease, readLaterAboutGuest, readLeases, readOperations } from "./read-operations";
import { readCorrections } from "./result-corrections";
import {
  createdIn,
  type HeldOutcome,
  outcomeKey,
  type RecordedOperation,
} from "./recorded-operation";

export type Receipt = EntriesAnswer["receipts"][number];

/** An entry that is on the chain: who said what, and the receipt they were given. */
export interface Recorded {
  readonly content: string;
  readonly actorId: string;
  readonly receipt: Receipt;
}

/** The part of a tenant's chain that a group of requests touches. */
export interface ChainState {
  readonly head: { readonly seq: number; readonly hash: string; readonly recordedAt: Instant };
  readonly entries: ReadonlyMap<string, Recorded>;
  readonly operations: ReadonlyMap<string, RecordedOperation>;
  /** For each operation that is to be taken back, the ids of those about the same guest that came later, or may have. */
  readonly laterAboutGuest: ReadonlyMap<string, readonly string[]>;
  /** The outcome that holds now, by `outcomeKey`. */
  readonly outcomes: ReadonlyMap<string, HeldOutcome>;
  /** What Graph called what a step made, by `outcomeKey`; also where only the subject of an outcome says it. */
  readonly createdIds: ReadonlyMap<string, string>;
  /** Who recorded the first operation of a plan, by the plan's id. */
  readonly planAuthors: ReadonlyMap<string, string>;
  /** The latest lease of a plan, by the plan's id. */
  readonly leases: ReadonlyMap<string, PlanLease>;
  /** The results of reviews as they were copied, by the ids of their entries. */
  readonly results: ReadonlyMap<string, ReviewResult>;
  /** The entry of the latest correction of a result, by the id of what was copied. */
  readonly corrections: ReadonlyMap<string, string>;
  /** The entry that set the policy which holds now; null where nobody has set one. */
  readonly policyEntryId: string | null;
  readonly cards: readonly SaltedCard[];
}

/** Which entries, operations and people a group of requests names. */
export interface Touched {
  readonly entryIds: readonly string[];
  readonly operationIds: readonly string[];
  /** Operations that are to be taken back. */
  readonly undoneIds: readonly string[];
  readonly planIds: readonly string[];
  /** Results of reviews that are corrected. */
  readonly resultIds: readonly string[];
  /** Whether one of them changes the policy. */
  readonly policy: boolean;
  readonly subjectIds: readonly string[];
}

/** Reads what the requests touch; the caller holds the tenant's lock, so it stays true until the commit. */
export async function readChainState(
  transaction: Prisma.TransactionClient,
  tenant: string,
  touched: Touched,
): Promise<ChainState> {
  const head = await readHead(transaction, tenant);
  const rows = await transaction.entry.findMany({
    where: { tenant, id: { in: [...touched.entryIds] } },
  });
  const texts = await readTexts(transaction, tenant, rows);
  const named = await readOperations(transaction, tenant, touched.operationIds);
  const laterAboutGuest = await readLaterAboutGuest(transaction, tenant, touched.undoneIds);
  const later = await readOperations(transaction, tenant, [...laterAboutGuest.values()].flat());
  const creations = await readOperations(transaction, tenant, creationsNamedBy(named));
  const operations = new Map([...named, ...later, ...creations]);
  const cards = await transaction.card.findMany({
    where: { tenant, subjectId: { in: [...touched.subjectIds] } },
  });
  return {
    head,
    entries: new Map(rows.map((row) => [row.id, recordedFrom(row, texts)])),
    operations,
    laterAboutGuest,
    leases: await readLeases(transaction, tenant, [
      ...touched.planIds,
      ...[...named.values()].map(({ planId }) => planId),
    ]),
    ...(await readReferences(transaction, tenant, touched, operations)),
    cards: cards.map(cardFromRow),
  };
}

/** The last link of a tenant's chain. */
export async function readHead(
  transaction: Prisma.TransactionClient,
  tenant: string,
): Promise<ChainState["head"]> {
  const last = await transaction.entry.findFirst({
    where: { tenant },
    orderBy: { seq: "desc" },
    select: { seq: true, hash: true, recordedAt: true },
  });
  if (last === null) return { seq: 0, hash: GENESIS, recordedAt: 0 };
  const { seq, hash, recordedAt } = last;
  return { seq: Number(seq), hash: hexFromBytes(hash), recordedAt: recordedAt.getTime() };
}

/** What may be the operations that were to make what these are about. */
function creationsNamedBy(operations: ReadonlyMap<string, RecordedOperation>): readonly string[] {
  const subjects = [...operations.values()].map(({ subject }) => subject);
  const others = subjects.filter(({ type, id }) => type !== "guest" && isGuid(id));
  return [...new Set(others.map(({ id }) => keyOfId(id)))].filter((id) => !operations.has(id));
}

/** What the requests' entries refer to, or replace. */
async function readReferences(
  transaction: Prisma.TransactionClient,
  tenant: string,
  touched: Touched,
  operations: ReadonlyMap<string, RecordedOperation>,
): Promise<
  Pick<
    ChainState,
    "outcomes" | "createdIds" | "planAuthors" | "results" | "corrections" | "policyEntryId"
  >
> {
  const outcomes = await transaction.entry.findMany({
    where: {
      tenant,
      kind: "carried-out",
      operationId: { in: [...touched.operationIds, ...operations.keys()] },
    },
    orderBy: { seq: "asc" },
    select: { id: true, body: true },
  });
  const planned = await transaction.entry.findMany({
    where: { tenant, planId: { in: [...touched.planIds] } },
    distinct: ["planId"],
    orderBy: { seq: "asc" },
    select: { planId: true, actorId: true },
  });
  const results = await transaction.entry.findMany({
    where: { tenant, kind: "review-result", id: { in: [...touched.resultIds] } },
    select: { id: true, body: true },
  });
  const corrections = await readCorrections(transaction, tenant, touched.resultIds);
  const policy = touched.policy
    ? await transaction.entry.findFirst({
        where: { tenant, kind: "policy-set" },
        orderBy: { seq: "desc" },
        select: { id: true },
      })
    : null;
  return {
    // The latest of each: later ones overwrite earlier ones.
    outcomes: new Map(outcomes.map(({ id, body }) => outcomeFrom(id, bodyFromDatabase(body)))),
    createdIds: new Map(
      outcomes.flatMap(({ body }) => createdFrom(bodyFromDatabase(body), operations)),
    ),
    planAuthors: new Map(planned.map(({ planId, actorId }) => [planId ?? "", actorId])),
    results: new Map(
      results.flatMap(({ id, body }) => {
        const result = copiedResultIn(bodyFromDatabase(body));
        return result === null ? [] : [[id, result]];
      }),
    ),
    corrections,
    policyEntryId: policy?.id ?? null,
  };
}

/** What entries refer to that may be erased, by its fingerprint in hex. */
async function readTexts(
  transaction: Prisma.TransactionClient,
  tenant: string,
  rows: readonly Prisma.EntryModel[],
): Promise<ReadonlyMap<string, string>> {
  const fingerprints = rows.flatMap(({ body }) => textOfBody(bodyFromDatabase(body)) ?? []);
  if (fingerprints.length === 0) return new Map();
  const texts = await transaction.erasableText.findMany({
    where: { tenant, fingerprint: { in: fingerprints.map(bytesFromHex) } },
  });
  return new Map(texts.map(({ fingerprint, words }) => [hexFromBytes(fingerprint), words]));
}

function recordedFrom(row: Prisma.EntryModel, texts: ReadonlyMap<string, string>): Recorded {
  const kind = row.kind as NewEntry["kind"];
  const body = bodyFromDatabase(row.body);
  const text = texts.get(textOfBody(body) ?? "") ?? null;
  return {
    content: canonicalJson(contentOf(row.id, kind, body, text)),
    actorId: row.actorId,
    receipt: {
      id: row.id,
      seq: Number(row.seq),
      hash: hexFromBytes(row.hash),
      recordedAt: row.recordedAt.getTime(),
      repeated: true,
    },
  };
}

function outcomeFrom(entryId: string, body: Body): [string, HeldOutcome] {
  if ("outcome" in body) {
    const { outcome, stepId, correction } = body;
    const held = { entryId, outcome, isCorrection: correction !== undefined };
    return [outcomeKey(operationIdOf(body), stepId), held];
  }
  throw new TypeError("An entry of kind carried-out holds no outcome.");
}

function createdFrom(
  body: Body,
  operations: ReadonlyMap<string, RecordedOperation>,
): readonly [string, string][] {
  if (!("outcome" in body)) return [];
  const operationId = operationIdOf(body);
  return createdIn({ ...body, operationId }, operations.get(operationId)?.subject);
}

/** Null where it is a correction itself: all corrections name the entry that was copied. */
function copiedResultIn(body: Body): ReviewResult | null {
  if (!("result" in body) || body.corrects !== undefined) return null;
  return { ...body.result, justification: body.result.justification ?? null };
}
