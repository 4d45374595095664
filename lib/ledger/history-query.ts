import type { historyRequest } from "@/lib/contract/history";
import type { z } from "zod";
import { Prisma } from "@/prisma/generated/client";
import { keyOfId, OPERATION_ENTRIES } from "./entry-row";
import type { SaltedCard, SaltedText } from "./card";
import { ofPeople, type People } from "./history-people";
import { newestOfPlan, operationKindOf } from "./history-plans";
import { cardAsJson, entryAsJson, type StoredEntry } from "./stored-entry";

/** Which entries, and from where on: `from` counts itself, `to` and `before` do not. */
export type HistoryFilter = z.output<typeof historyRequest>;

/** An entry with its actor's card, which is null where it was erased. */
export type EntryWithActor = StoredEntry & { readonly actor: SaltedCard | null };

/** A row of the history as the database gives it. */
export interface StoredRow {
  readonly entry: EntryWithActor;
  /** The card of the guest; null where it was erased, or there was none. */
  readonly guest: SaltedCard | null;
  /** What the reviewer wrote; null where it was erased, or is part of the entry. */
  readonly text: SaltedText | null;
  /** All outcomes, also of single steps, oldest first; null where there is none. */
  readonly outcomes: readonly EntryWithActor[] | null;
  /** The requests that were bound to what earlier steps made, oldest first; null where there is none. */
  readonly bound: readonly EntryWithActor[] | null;
  /** The outcome that names what was made; null where none does. */
  readonly made: EntryWithActor | null;
  /** What persons corrected of a review's result, oldest first; null where nobody did. */
  readonly corrections: readonly EntryWithActor[] | null;
  /** What a policy replaced; null where nobody had set one, and of all other entries. */
  readonly policyBefore: EntryWithActor | null;
}

const OPERATIONS = Prisma.sql`(${Prisma.join([...OPERATION_ENTRIES])})`;

const OPERATION_KIND = operationKindOf(Prisma.sql`e`);

/** The page's entries, newest first, with their outcomes and the cards that were not erased; of these people only, if of any. */
export function historyQuery(
  tenant: string,
  filter: HistoryFilter,
  people: People | null,
  rows: number,
): Prisma.Sql {
  return Prisma.sql`
    SELECT ${entryAsJson(Prisma.sql`e`, Prisma.sql`actor`)} AS entry, ${cardAsJson(Prisma.sql`guest`)} AS guest,
           CASE WHEN text.fingerprint IS NULL THEN NULL ELSE jsonb_build_object(
             'authorId', text.author_id, 'guestId', text.guest_id, 'words', text.words,
             'salt', encode(text.salt, 'hex'), 'fingerprint', encode(text.fingerprint, 'hex')) END AS text,
           ${outcomesOfRow} AS outcomes, ${boundOfRow} AS bound, ${madeOfRow} AS made,
           ${correctionsOfRow} AS corrections, ${policyBeforeRow} AS "policyBefore"
    FROM entry e
    ${filter.result === undefined ? Prisma.empty : STATE}
    LEFT JOIN card actor
      ON actor.tenant = e.tenant AND actor.subject_id = e.actor_id AND actor.fingerprint = e.actor_card
    LEFT JOIN card guest
      ON guest.tenant = e.tenant AND guest.subject_id = e.guest_id
      AND guest.fingerprint = ${fingerprintIn("guestCard")}
    LEFT JOIN erasable_text text
      ON text.tenant = e.tenant AND text.fingerprint = ${fingerprintIn("justificationText")}
    WHERE ${Prisma.join(conditions(tenant, filter, people), " AND ")}
    ORDER BY e.seq DESC
    LIMIT ${rows}`;
}

/** A fingerprint that an entry says; none where something else was put in its place. */
function fingerprintIn(member: "guestCard" | "justificationText"): Prisma.Sql {
  return Prisma.sql`CASE WHEN e.body ->> ${member} ~ '^[0-9a-f]{64}$'
    THEN decode(e.body ->> ${member}, 'hex') END`;
}

/** Of another entry than the row's, with who recorded it. */
const RECORDED = entryAsJson(Prisma.sql`o`, Prisma.sql`c`);
const WITH_RECORDER = Prisma.sql`
      FROM entry o
      LEFT JOIN card c
        ON c.tenant = o.tenant AND c.subject_id = o.actor_id AND c.fingerprint = o.actor_card`;

/** In the list of columns, so that only the rows of the page are asked for them. */
const outcomesOfRow = Prisma.sql`(
      SELECT jsonb_agg(${RECORDED} ORDER BY o.seq) ${WITH_RECORDER}
      WHERE o.tenant = e.tenant AND o.operation_id = e.operation_id AND o.kind = 'carried-out'
        AND e.kind IN ${OPERATIONS})`;

const boundOfRow = Prisma.sql`(
      SELECT jsonb_agg(${RECORDED} ORDER BY o.seq) ${WITH_RECORDER}
      WHERE o.tenant = e.tenant AND o.operation_id = e.operation_id AND o.kind = 'bound'
        AND e.kind IN ${OPERATIONS})`;

const madeOfRow = Prisma.sql`(
      SELECT ${RECORDED} ${WITH_RECORDER}
      WHERE o.tenant = e.tenant AND o.operation_id = e.operation_id AND o.kind = 'carried-out'
        AND o.subject_id <> e.subject_id AND e.kind IN ${OPERATIONS}
      ORDER BY o.seq DESC
      LIMIT 1)`;

/** Found by the guest, of whom there are few entries. */
const correctionsOfRow = Prisma.sql`(
      SELECT jsonb_agg(${RECORDED} ORDER BY o.seq) ${WITH_RECORDER}
      WHERE o.tenant = e.tenant AND o.guest_id = e.guest_id AND o.kind = 'review-result'
        AND o.body ->> 'corrects' = e.id::text AND e.kind = 'review-result')`;

const policyBeforeRow = Prisma.sql`(
      SELECT ${RECORDED} ${WITH_RECORDER}
      WHERE o.tenant = e.tenant AND o.kind = 'policy-set' AND o.seq < e.seq AND e.kind = 'policy-set'
      ORDER BY o.seq DESC
      LIMIT 1)`;

function conditions(tenant: string, filter: HistoryFilter, people: People | null): Prisma.Sql[] {
  const { guest, actor, plan, subject, kind, result, from, to, before } = filter;
  const all = [
    Prisma.sql`e.tenant = ${tenant}::uuid`,
    // Outcomes and corrections are shown with what they are of.
    Prisma.sql`e.kind NOT IN ('carried-out', 'bound')`,
    Prisma.sql`(e.kind <> 'review-result' OR e.body -> 'corrects' IS NULL)`,
  ];
  if (people !== null) all.push(ofPeople(people));
  if (filter.by === "plan") all.push(newestOfPlan(filter));
  if (guest !== undefined) all.push(ofGuest(tenant, guest));
  if (actor !== undefined) all.push(Prisma.sql`e.actor_id = ${actor}::uuid`);
  if (plan !== undefined) all.push(Prisma.sql`e.plan_id = ${plan}::uuid`);
  if (subject !== undefined) all.push(ofSubject(tenant, subject));
  if (kind !== undefined) all.push(ofKind(kind));
  if (result !== undefined) all.push(ofResult(tenant, result));
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
    WITH creation AS (
      SELECT o.operation_id AS id FROM entry o
      WHERE o.tenant = ${tenant}::uuid AND o.subject_id = ${subject} AND o.kind = 'carried-out'
    )
    ${of} AND i.subject_id = ${subject} AND i.kind <> 'carried-out'
    UNION ${of} AND i.subject_id = ANY (ARRAY(SELECT id::text FROM creation)) AND i.kind <> 'carried-out'
    UNION ${of} AND i.operation_id = ANY (ARRAY(SELECT id FROM creation)) AND i.kind IN ${OPERATIONS}))`;
}

/** What is about a guest, and that they were erased; by places, as `ofSubject` has them. */
function ofGuest(tenant: string, guest: string): Prisma.Sql {
  const of = Prisma.sql`SELECT i.seq FROM entry i WHERE i.tenant = ${tenant}::uuid`;
  return Prisma.sql`e.seq = ANY (ARRAY(
    ${of} AND i.guest_id = ${guest}::uuid
    UNION ${of} AND i.subject_id = ${guest.toLowerCase()} AND i.kind = 'person-erased'))`;
}

type RowKind = NonNullable<HistoryFilter["kind"]>;

function ofKind(kind: RowKind): Prisma.Sql {
  if (
    kind === "policy-set" ||
    kind === "review-result" ||
    kind === "template-saved" ||
    kind === "person-erased"
  ) {
    return Prisma.sql`e.kind = ${kind}`;
  }
  return Prisma.sql`e.kind IN ${OPERATIONS} AND ${OPERATION_KIND} = ${kind}`;
}

/** What became of an operation, by an index: looked up among the entries it would cost a look at all of them. */
const STATE = Prisma.sql`
    JOIN operation_state state ON state.tenant = e.tenant AND state.seq = e.seq`;

function ofResult(tenant: string, result: NonNullable<HistoryFilter["result"]>): Prisma.Sql {
  const of = Prisma.sql`state.tenant = ${tenant}::uuid`;
  return result === "unresolved"
    ? Prisma.sql`${of} AND state.unresolved`
    : Prisma.sql`${of} AND state.result = ${result}`;
}
