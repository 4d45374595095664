import type { historyRequest } from "@/lib/contract/history";
import type { z } from "zod";
import { Prisma } from "@/prisma/generated/client";
import { keyOfId, OPERATION_ENTRIES } from "./entry-row";

/** Which entries, and from where on: `from` counts itself, `to` and `before` do not. */
export type HistoryFilter = z.output<typeof historyRequest>;

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
  /** All outcomes, also of single steps, oldest first; null where there is none. */
  readonly outcomes: Prisma.JsonValue;
  /** The requests that were bound to what earlier steps made; null where there is none. */
  readonly bound: Prisma.JsonValue;
  readonly made: Prisma.JsonValue;
  /** What persons corrected of a review's result, oldest first; null where nobody did. */
  readonly corrections: Prisma.JsonValue;
}

const OPERATIONS = Prisma.sql`(${Prisma.join([...OPERATION_ENTRIES])})`;

/** What kind of operation an entry records, in the words of each version. */
const OPERATION_KIND = Prisma.sql`COALESCE(
  e.body #>> '{operation,kind}', e.body #>> '{decision,kind}', e.body #>> '{intent,kind}')`;

/** The page's entries, newest first, with their outcomes and the cards that were not erased. */
export function historyQuery(tenant: string, filter: HistoryFilter, rows: number): Prisma.Sql {
  return Prisma.sql`
    SELECT e.seq, e.id, e.kind, e.recorded_at, e.actor_id, e.body, e.hash,
           actor.display_name AS actor_name, actor.mail AS actor_mail,
           guest.display_name AS guest_name, guest.mail AS guest_mail,
           ${outcomesOfRow} AS outcomes, ${boundOfRow} AS bound,
           ${correctionsOfRow} AS corrections,
           named.subject AS made
    FROM entry e
    LEFT JOIN LATERAL (
      SELECT o.body -> 'outcome' AS outcome
      FROM entry o
      WHERE o.tenant = e.tenant AND o.operation_id = e.operation_id AND o.kind = 'carried-out'
        AND o.body -> 'stepId' IS NULL
      ORDER BY o.seq DESC
      LIMIT 1
    ) latest ON e.kind IN ${OPERATIONS}
    LEFT JOIN LATERAL (
      SELECT o.body -> 'subject' AS subject
      FROM entry o
      WHERE o.tenant = e.tenant AND o.operation_id = e.operation_id AND o.kind = 'carried-out'
        AND o.subject_id <> e.subject_id
      ORDER BY o.seq DESC
      LIMIT 1
    ) named ON e.kind IN ${OPERATIONS}
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
          'stepId', o.body ->> 'stepId', 'createdId', o.body ->> 'createdId',
          'outcome', o.body -> 'outcome', 'entryId', o.id, 'correction', o.body ->> 'correction',
          'recordedAt', o.recorded_at, 'actorId', o.actor_id,
          'actorName', c.display_name, 'actorMail', c.mail
        ) ORDER BY o.seq)
      FROM entry o
      LEFT JOIN card c
        ON c.tenant = o.tenant AND c.subject_id = o.actor_id AND c.fingerprint = o.actor_card
      WHERE o.tenant = e.tenant AND o.operation_id = e.operation_id AND o.kind = 'carried-out'
        AND e.kind IN ${OPERATIONS})`;

const boundOfRow = Prisma.sql`(
      SELECT jsonb_agg(b.body ORDER BY b.seq) FROM entry b
      WHERE b.tenant = e.tenant AND b.operation_id = e.operation_id AND b.kind = 'bound'
        AND e.kind IN ${OPERATIONS})`;

/** Found by the guest, of whom there are few entries. */
const correctionsOfRow = Prisma.sql`(
      SELECT jsonb_agg(
        jsonb_build_object(
          'entryId', r.id, 'result', r.body -> 'result', 'reason', r.body ->> 'correction',
          'recordedAt', r.recorded_at, 'actorId', r.actor_id,
          'actorName', c.display_name, 'actorMail', c.mail
        ) ORDER BY r.seq)
      FROM entry r
      LEFT JOIN card c
        ON c.tenant = r.tenant AND c.subject_id = r.actor_id AND c.fingerprint = r.actor_card
      WHERE r.tenant = e.tenant AND r.guest_id = e.guest_id AND r.kind = 'review-result'
        AND r.body ->> 'corrects' = e.id::text AND e.kind = 'review-result')`;

function conditions(tenant: string, filter: HistoryFilter): Prisma.Sql[] {
  const { guest, actor, plan, subject, kind, result, from, to, before } = filter;
  const all = [
    Prisma.sql`e.tenant = ${tenant}::uuid`,
    // Outcomes and corrections are shown with what they are of.
    Prisma.sql`e.kind NOT IN ('carried-out', 'bound')`,
    Prisma.sql`(e.kind <> 'review-result' OR e.body -> 'corrects' IS NULL)`,
  ];
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
 * What was planned for it or copied from it, and the operations that made it: their outcomes name it. What was planned
 * for it before it existed names the operation that was to make it. Places, so that the database looks them up one by
 * one: for conditions joined by "or" it would read the whole chain.
 */
function ofSubject(tenant: string, id: string): Prisma.Sql {
  const subject = keyOfId(id);
  const of = Prisma.sql`SELECT i.seq FROM entry i WHERE i.tenant = ${tenant}::uuid`;
  return Prisma.sql`e.seq = ANY (ARRAY(
    WITH maker AS (
      SELECT o.operation_id AS id FROM entry o
      WHERE o.tenant = ${tenant}::uuid AND o.subject_id = ${subject} AND o.kind = 'carried-out'
    )
    ${of} AND i.subject_id = ${subject} AND i.kind <> 'carried-out'
    UNION ${of} AND i.subject_id = ANY (ARRAY(SELECT id::text FROM maker)) AND i.kind <> 'carried-out'
    UNION ${of} AND i.operation_id = ANY (ARRAY(SELECT id FROM maker)) AND i.kind IN ${OPERATIONS}))`;
}

/** Whether of one of several steps nobody knows what became of it. */
const UNKNOWN_STEP = Prisma.sql`EXISTS (
  SELECT FROM (
    SELECT DISTINCT ON (o.body ->> 'stepId') o.body #>> '{outcome,result}' AS result
    FROM entry o
    WHERE o.tenant = e.tenant AND o.operation_id = e.operation_id AND o.kind = 'carried-out'
      AND o.body -> 'stepId' IS NOT NULL
    ORDER BY o.body ->> 'stepId', o.seq DESC
  ) step WHERE step.result = 'unknown')`;

type RowKind = NonNullable<HistoryFilter["kind"]>;

function ofKind(kind: RowKind): Prisma.Sql {
  if (kind === "policy-set" || kind === "review-result" || kind === "template-saved") {
    return Prisma.sql`e.kind = ${kind}`;
  }
  return Prisma.sql`e.kind IN ${OPERATIONS} AND ${OPERATION_KIND} = ${kind}`;
}

/** Unresolved is what was to be sent, and has no outcome or an unknown one. */
function ofResult(result: NonNullable<HistoryFilter["result"]>): Prisma.Sql {
  return result === "unresolved"
    ? Prisma.sql`e.kind IN ${OPERATIONS} AND ${OPERATION_KIND} <> 'keep'
        AND (COALESCE(latest.outcome ->> 'result', 'unknown') = 'unknown'
          OR (latest.outcome ->> 'result' = 'partly-done' AND ${UNKNOWN_STEP}))`
    : Prisma.sql`latest.outcome ->> 'result' = ${result}`;
}
