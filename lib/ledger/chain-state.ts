import type { EntriesAnswer, NewEntry } from "@/lib/contract/entries";
import type { Decision, DecisionKind } from "@/lib/domain/decision";
import type { Intent, IntentKind, Subject } from "@/lib/domain/intent";
import type { Outcome } from "@/lib/domain/outcome";
import type { Instant } from "@/lib/domain/time";
import type { Prisma } from "@/prisma/generated/client";
import { hexFromBytes } from "./bytes";
import { canonicalJson } from "./canonical-json";
import type { SaltedCard } from "./card";
import { askedOf, type Body } from "./entry-row";
import { GENESIS } from "./hash-chain";

export type Receipt = EntriesAnswer["receipts"][number];

/** An entry that is on the chain: who said what, and the receipt they were given. */
export interface Recorded {
  readonly asked: string;
  readonly actorId: string;
  readonly receipt: Receipt;
}

/** A decision or an intent that is on the chain: what outcomes are compared with. */
export type RecordedAct = { readonly actorId: string; readonly planId: string } & (
  | { readonly of: "decision"; readonly kind: DecisionKind; readonly guestId: string }
  | {
      readonly of: "intent";
      readonly kind: IntentKind;
      readonly guestId: string | null;
      readonly subjectType: Subject["type"];
    }
);

/** The part of a tenant's chain that a group of requests touches. */
export interface ChainState {
  readonly head: { readonly seq: number; readonly hash: string; readonly recordedAt: Instant };
  readonly entries: ReadonlyMap<string, Recorded>;
  /** By the id of the decision or the intent. */
  readonly acts: ReadonlyMap<string, RecordedAct>;
  /** The outcome that holds now, by the id of the decision or the intent. */
  readonly outcomes: ReadonlyMap<string, Outcome>;
  /** Who recorded the first decision or intent of a plan, by the plan's id. */
  readonly planAuthors: ReadonlyMap<string, string>;
  /** The number of the latest lease of a plan, by the plan's id. */
  readonly fences: ReadonlyMap<string, number>;
  /** The entry that set the policy which holds now; null where nobody has set one. */
  readonly policyEntryId: string | null;
  readonly cards: readonly SaltedCard[];
}

/** Which entries, decisions or intents, and people a group of requests names. */
export interface Touched {
  readonly entryIds: readonly string[];
  readonly decisionIds: readonly string[];
  readonly planIds: readonly string[];
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
  const last = await transaction.entry.findFirst({
    where: { tenant },
    orderBy: { seq: "desc" },
    select: { seq: true, hash: true, recordedAt: true },
  });
  const rows = await transaction.entry.findMany({
    where: { tenant, id: { in: [...touched.entryIds] } },
  });
  const acts = await transaction.entry.findMany({
    where: {
      tenant,
      kind: { in: ["decided", "intended"] },
      decisionId: { in: [...touched.decisionIds] },
    },
    select: { body: true, actorId: true, planId: true },
  });
  const cards = await transaction.card.findMany({
    where: { tenant, subjectId: { in: [...touched.subjectIds] } },
  });
  return {
    head:
      last === null
        ? { seq: 0, hash: GENESIS, recordedAt: 0 }
        : {
            seq: Number(last.seq),
            hash: hexFromBytes(last.hash),
            recordedAt: last.recordedAt.getTime(),
          },
    entries: new Map(rows.map((row) => [row.id, recordedFrom(row)])),
    acts: new Map(acts.map(({ body, actorId }) => actFrom(bodyFromDatabase(body), actorId))),
    fences: await readFences(transaction, tenant, [
      ...touched.planIds,
      ...acts.flatMap(({ planId }) => planId ?? []),
    ]),
    ...(await readReferences(transaction, tenant, touched)),
    cards: cards.map(({ subjectId, displayName, mail, fingerprint, salt }) => ({
      subjectId,
      displayName,
      mail,
      fingerprint: hexFromBytes(fingerprint),
      salt: hexFromBytes(salt),
    })),
  };
}

async function readFences(
  transaction: Prisma.TransactionClient,
  tenant: string,
  planIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const ids = [...new Set(planIds)];
  if (ids.length === 0) return new Map();
  // Nobody takes one of these plans over before this transaction ends.
  const leases = await transaction.$queryRaw<readonly { plan_id: string; fence: number }[]>`
    SELECT "plan_id", "fence" FROM "lease"
    WHERE "tenant" = ${tenant}::uuid AND "plan_id" = ANY(${ids}::uuid[]) FOR SHARE`;
  return new Map(leases.map(({ plan_id: planId, fence }) => [planId, fence]));
}

/** What the requests' entries refer to, or replace. */
async function readReferences(
  transaction: Prisma.TransactionClient,
  tenant: string,
  touched: Touched,
): Promise<Pick<ChainState, "outcomes" | "planAuthors" | "policyEntryId">> {
  const outcomes = await transaction.entry.findMany({
    where: { tenant, kind: "carried-out", decisionId: { in: [...touched.decisionIds] } },
    orderBy: { seq: "asc" },
    select: { body: true },
  });
  const planned = await transaction.entry.findMany({
    where: { tenant, planId: { in: [...touched.planIds] } },
    distinct: ["planId"],
    orderBy: { seq: "asc" },
    select: { planId: true, actorId: true },
  });
  const policy = touched.policy
    ? await transaction.entry.findFirst({
        where: { tenant, kind: "policy-set" },
        orderBy: { seq: "desc" },
        select: { id: true },
      })
    : null;
  return {
    // The latest of each: later ones overwrite earlier ones.
    outcomes: new Map(outcomes.map(({ body }) => outcomeFrom(bodyFromDatabase(body)))),
    planAuthors: new Map(planned.map(({ planId, actorId }) => [planId ?? "", actorId])),
    policyEntryId: policy?.id ?? null,
  };
}

/** A body was parsed by the contract before it was written, and nothing can have changed it since. */
export function bodyFromDatabase(stored: Prisma.JsonValue): Body {
  return stored as unknown as Body;
}

function recordedFrom(row: Prisma.EntryModel): Recorded {
  const kind = row.kind as NewEntry["kind"];
  return {
    asked: canonicalJson(askedOf(row.id, kind, bodyFromDatabase(row.body))),
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

/** What outcomes are compared with, and the id that they name it by. */
export function recordedAct(
  body: { readonly decision: Decision } | { readonly intent: Omit<Intent, "request"> },
  actorId: string,
): [string, RecordedAct] {
  if ("decision" in body) {
    const { id, planId, kind, guestId } = body.decision;
    return [id, { of: "decision", actorId, planId, kind, guestId }];
  }
  const { id, planId, kind, guestId, subject } = body.intent;
  return [id, { of: "intent", actorId, planId, kind, guestId, subjectType: subject.type }];
}

function outcomeFrom(body: Body): [string, Outcome] {
  if ("outcome" in body) return [body.decisionId, body.outcome];
  throw new TypeError("An entry of kind carried-out holds no outcome.");
}

function actFrom(body: Body, actorId: string): [string, RecordedAct] {
  if ("decision" in body || "intent" in body) return recordedAct(body, actorId);
  throw new TypeError("An entry of kind decided or intended holds neither.");
}
