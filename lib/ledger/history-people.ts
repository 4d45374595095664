import { isGuid } from "@/lib/domain/guid";
import { Prisma } from "@/prisma/generated/client";
import { invalid } from "./ledger-error";

/** Most people whom one search may find: more would read much of the chain, and nobody looks through them. */
const PEOPLE_MAX = 1_000;

/** Whom a search means. */
export interface People {
  readonly ids: readonly string[];
  /** By the id itself, so that nothing has to be known of them; else by a name or mail that was not erased. */
  readonly byId: boolean;
}

/** A text without case and accents, in the database, so that both sides of a comparison are treated alike. */
const folded = (text: Prisma.Sql) => Prisma.sql`
  replace(replace(replace(translate(
    regexp_replace(normalize(lower(${text}), NFKD), '[\\u0300-\\u036f]', '', 'g'),
    'øđłı', 'odli'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe')`;

/**
 * The people of a tenant, guests and those who acted, whose name and mail have each word of the search. Names are on cards
 * only, so nobody is found by a name that was erased. Null where nobody is searched for.
 */
export async function peopleFound(
  transaction: Prisma.TransactionClient,
  tenant: string,
  search: string | undefined,
): Promise<People | null> {
  if (search === undefined) return null;
  const text = search.trim();
  if (isGuid(text)) return { ids: [text.toLowerCase()], byId: true };
  const found = await transaction.$queryRaw<readonly { readonly id: string }[]>`
    WITH word AS MATERIALIZED (
      SELECT ${folded(Prisma.sql`w`)} AS word FROM unnest(${text.split(/\s+/)}::text[]) w
    )
    SELECT DISTINCT person.id FROM (
      SELECT c.subject_id::text AS id,
             ${folded(Prisma.sql`concat_ws(' ', c.display_name, c.mail)`)} AS words
      FROM card c WHERE c.tenant = ${tenant}::uuid OFFSET 0
    ) person
    WHERE NOT EXISTS (SELECT FROM word WHERE strpos(person.words, word.word) = 0)
    LIMIT ${PEOPLE_MAX + 1}`;
  if (found.length > PEOPLE_MAX) {
    throw invalid("More than 1,000 people match. Write more of the name or mail.", "q");
  }
  return { ids: found.map(({ id }) => id), byId: false };
}

/** What is about them or was recorded by them; found by a name only where the entry's own card is still there. */
export function ofPeople({ ids, byId }: People): Prisma.Sql {
  const guest = Prisma.sql`e.guest_id = ANY (${[...ids]}::uuid[])`;
  const actor = Prisma.sql`e.actor_id = ANY (${[...ids]}::uuid[])`;
  if (byId) {
    return Prisma.sql`(${guest} OR ${actor}
      OR (e.kind = 'person-erased' AND e.subject_id = ANY (${[...ids]}::text[])))`;
  }
  return Prisma.sql`(
    (${guest} AND (guest.fingerprint IS NOT NULL OR e.body ->> 'guestCard' IS NULL))
    OR (${actor} AND actor.fingerprint IS NOT NULL))`;
}
