import { INTENT_KINDS } from "@/lib/domain/intent";
import { Prisma } from "@/prisma/generated/client";
import type { HistoryFilter } from "./history-filter";

/** A row of the history as the database gives it. */
export interface StoredRow {
  readonly seq: bigint;
  readonly id: string;
  readonly kind: string;
  readonly recorded_at: Date;
  readonly actor_id: string;
  readonly actor_name: string | null;
  readonly actor_mail: string | null;
  readonly guest_name: string | null;
  readonly guest_mail: string | null;
  readonly body: Prisma.JsonValue;
  readonly hash: Uint8Array;
  /** All outcomes, oldest first; null where there is none. */
  readonly outcomes: Prisma.JsonValue;
  readonly made: Prisma.JsonValue;
}

/** The page's entries, newest first, with their outcomes and the cards that were not erased. */
export function historyQuery(tenant: string, filter: HistoryFilter, rows: number): Prisma.Sql {
  return Prisma.sql`
    SELECT e.seq, e.id, e.kind, e.recorded_at, e.actor_id, e.body, e.hash,
           actor.display_name AS actor_name, actor.mail AS actor_mail,
           guest.display_name AS guest_name, guest.mail AS guest_mail,
           ${outcomesOfRow} AS outcomes, named.subject AS made
    FROM entry e
    LEFT JOIN LATERAL (
      SELECT o.body -> 'outcome' AS outcome
      FROM entry o
      WHERE o.tenant = e.tenant AND o.decision_id = e.decision_id AND o.kind = 'carried-out'
      ORDER BY o.seq DESC
      LIMIT 1
    ) latest ON e.kind IN ('decided', 'intended')
    LEFT JOIN LATERAL (
      SELECT o.body -> 'subject' AS subject
      FROM entry o
      WHERE o.tenant = e.tenant AND o.decision_id = e.decision_id AND o.kind = 'carried-out'
        AND o.subject_id IS NOT NULL
      ORDER BY o.seq DESC
      LIMIT 1
    ) named ON e.kind = 'intended'
    LEFT JOIN card actor
      ON actor.tenant = e.tenant AND actor.subject_id = e.actor_id AND actor.fingerprint = e.actor_card
    LEFT JOIN card guest
      ON guest.tenant = e.tenant AND guest.subject_id = e.guest_id
      AND guest.fingerprint = decode(e.body ->> 'guestCard', 'hex')
    WHERE ${Prisma.join(conditions(tenant, filter), " AND ")}
    ORDER BY e.seq DESC
    LIMIT ${rows}`;
}

/** In the list of columns, so that only the rows of the page are asked for them. */
const outcomesOfRow = Prisma.sql`(
      SELECT jsonb_agg(
        jsonb_build_object(
          'outcome', o.body -> 'outcome', 'correction', o.body ->> 'correction',
          'recordedAt', o.recorded_at, 'actorId', o.actor_id,
          'actorName', c.display_name, 'actorMail', c.mail
        ) ORDER BY o.seq)
      FROM entry o
      LEFT JOIN card c
        ON c.tenant = o.tenant AND c.subject_id = o.actor_id AND c.fingerprint = o.actor_card
      WHERE o.tenant = e.tenant AND o.decision_id = e.decision_id AND o.kind = 'carried-out'
        AND e.kind IN ('decided', 'intended'))`;

function conditions(tenant: string, filter: HistoryFilter): Prisma.Sql[] {
  const { guest, actor, plan, subject, kind, result, from, to, before } = filter;
  const all = [Prisma.sql`e.tenant = ${tenant}::uuid`, Prisma.sql`e.kind <> 'carried-out'`];
  if (guest !== undefined) all.push(Prisma.sql`e.guest_id = ${guest}::uuid`);
  if (actor !== undefined) all.push(Prisma.sql`e.actor_id = ${actor}::uuid`);
  if (plan !== undefined) all.push(Prisma.sql`e.plan_id = ${plan}::uuid`);
  if (subject !== undefined) all.push(ofSubject(tenant, subject));
  if (kind !== undefined) all.push(ofKind(kind));
  if (result !== undefined) all.push(ofResult(result));
  if (from !== undefined) all.push(Prisma.sql`e.recorded_at >= ${from}::timestamptz`);
  if (to !== undefined) all.push(Prisma.sql`e.recorded_at < ${to}::timestamptz`);
  if (before !== undefined) all.push(Prisma.sql`e.seq < ${before}::bigint`);
  return all;
}

/**
 * What was intended for it or copied from it, and the intents that made it: their outcomes name it. What was intended
 * for it before it existed names the intent that was to make it. Places, so that the database looks them up one by
 * one: for conditions joined by "or" it would read the whole chain.
 */
function ofSubject(tenant: string, subject: string): Prisma.Sql {
  const of = Prisma.sql`SELECT i.seq FROM entry i WHERE i.tenant = ${tenant}::uuid`;
  return Prisma.sql`e.seq = ANY (ARRAY(
    WITH maker AS (
      SELECT o.decision_id AS id FROM entry o
      WHERE o.tenant = ${tenant}::uuid AND o.subject_id = ${subject}::uuid AND o.kind = 'carried-out'
    )
    ${of} AND i.subject_id = ${subject}::uuid AND i.kind <> 'carried-out'
    UNION ${of} AND i.subject_id = ANY (ARRAY(SELECT id FROM maker)) AND i.kind <> 'carried-out'
    UNION ${of} AND i.decision_id = ANY (ARRAY(SELECT id FROM maker)) AND i.kind = 'intended'))`;
}

type RowKind = NonNullable<HistoryFilter["kind"]>;

const INTENTS: ReadonlySet<RowKind> = new Set(INTENT_KINDS);

function ofKind(kind: RowKind): Prisma.Sql {
  if (kind === "policy-set" || kind === "review-result" || kind === "template-saved") {
    return Prisma.sql`e.kind = ${kind}`;
  }
  return INTENTS.has(kind)
    ? Prisma.sql`e.kind = 'intended' AND e.body -> 'intent' ->> 'kind' = ${kind}`
    : Prisma.sql`e.kind = 'decided' AND e.body -> 'decision' ->> 'kind' = ${kind}`;
}

/** Unresolved is what has an act, and no outcome or an unknown one. */
function ofResult(result: NonNullable<HistoryFilter["result"]>): Prisma.Sql {
  return result === "unresolved"
    ? Prisma.sql`e.kind IN ('decided', 'intended')
        AND e.body -> 'decision' ->> 'kind' IS DISTINCT FROM 'keep'
        AND COALESCE(latest.outcome ->> 'result', 'unknown') = 'unknown'`
    : Prisma.sql`latest.outcome ->> 'result' = ${result}`;
}
