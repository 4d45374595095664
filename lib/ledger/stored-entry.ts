import { Prisma } from "@/prisma/generated/client";
import { hashOf, hexFromBytes, type Link } from "./hash-chain";
import { fingerprintOf, fingerprintOfText, type SaltedCard, type SaltedText } from "./card";
import { bodyFromDatabase, columnsOf } from "./entry-row";

/** The columns by which the history looks entries up; each repeats what the entry says itself. */
export const LOOKUP = ["guestId", "operationId", "planId", "subjectId"] as const;

export type LookupColumn = (typeof LOOKUP)[number];

/** An entry as it is stored: its link, and the columns by which it is looked up. */
export type StoredEntry = Link & { readonly hash: string } & Readonly<
    Record<LookupColumn, string | null>
  >;

/** An entry from its row. */
export function storedEntryFrom(row: Prisma.EntryModel): StoredEntry {
  const { v, tenant, id, kind, actorId, body, guestId, operationId, planId, subjectId } = row;
  return {
    ...{ v, tenant, seq: Number(row.seq), id, kind, recordedAt: timeFrom(row.recordedAt) },
    ...{ actorId, actorCard: hexFrom(row.actorCard), body },
    ...{ previous: hexFrom(row.previous), hash: hexFrom(row.hash) },
    ...{ guestId, operationId, planId, subjectId },
  };
}

// Who owns the database can take away that a column is never null: then it says nothing, and fits no hash.
function hexFrom(bytes: Uint8Array | null): string {
  return bytes === null ? "" : hexFromBytes(bytes);
}

function timeFrom(at: Date | null): number {
  return at === null ? Number.NaN : at.getTime();
}

/** The column by which an entry is looked up and that it does not say itself; null where all do. */
export function strayColumnOf(entry: StoredEntry): LookupColumn | null {
  const said = columnsOf(bodyFromDatabase(entry.body as Prisma.JsonValue));
  return LOOKUP.find((name) => entry[name] !== asStored(name, said[name])) ?? null;
}

/** A column of ids has them in lower case, however the entry spells them. */
function asStored(name: LookupColumn, said: string | null): string | null {
  return name === "subjectId" ? said : (said?.toLowerCase() ?? null);
}

/** Whether an entry says what its hash covers, and is looked up by what it says. */
export function isAsRecorded(entry: StoredEntry): boolean {
  try {
    return hashOf(entry) === entry.hash && strayColumnOf(entry) === null;
  } catch {
    // What cannot be read was never recorded.
    return false;
  }
}

/** An entry and its actor's card in one JSON value, as the history reads it; `entry` and `card` are aliases. */
export function entryAsJson(entry: Prisma.Sql, card: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`jsonb_build_object(
    'v', ${entry}.v, 'tenant', ${entry}.tenant, 'seq', ${entry}.seq, 'id', ${entry}.id, 'kind', ${entry}.kind,
    'recordedAt', CASE WHEN isfinite(${entry}.recorded_at)
      THEN (extract(epoch FROM ${entry}.recorded_at) * 1000)::bigint END,
    'actorId', ${entry}.actor_id, 'actorCard', encode(${entry}.actor_card, 'hex'), 'body', ${entry}.body,
    'previous', encode(${entry}.previous, 'hex'), 'hash', encode(${entry}.hash, 'hex'),
    'guestId', ${entry}.guest_id, 'operationId', ${entry}.operation_id, 'planId', ${entry}.plan_id,
    'subjectId', ${entry}.subject_id, 'actor', ${cardAsJson(card)})`;
}

/** A card in one JSON value, null where it was erased. */
export function cardAsJson(card: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`CASE WHEN ${card}.fingerprint IS NULL THEN NULL ELSE jsonb_build_object(
    'subjectId', ${card}.subject_id, 'displayName', ${card}.display_name, 'mail', ${card}.mail,
    'salt', encode(${card}.salt, 'hex'), 'fingerprint', encode(${card}.fingerprint, 'hex')) END`;
}

/** A card from its row. */
export function cardFromRow(row: Prisma.CardModel): SaltedCard {
  const { subjectId, displayName, mail } = row;
  return {
    ...{ subjectId, displayName, mail },
    fingerprint: hexFrom(row.fingerprint),
    salt: hexFrom(row.salt),
  };
}

/** A reviewer's text from its row. */
export function textFromRow(row: Prisma.ErasableTextModel): SaltedText {
  const { authorId, guestId, words } = row;
  return {
    ...{ authorId, guestId, words },
    fingerprint: hexFrom(row.fingerprint),
    salt: hexFrom(row.salt),
  };
}

/** Whether a card says what its fingerprint covers. */
export function isItsFingerprint(card: SaltedCard): boolean {
  return fingerprintOf(card) === card.fingerprint;
}

/** Whether a text says what its fingerprint covers. */
export function isItsTextFingerprint(text: SaltedText): boolean {
  return fingerprintOfText(text) === text.fingerprint;
}
