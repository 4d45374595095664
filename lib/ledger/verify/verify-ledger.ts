import { Prisma } from "@/prisma/generated/client";
import { readCheckpoints } from "../checkpoints/take-checkpoint";
import type { Database } from "../database";
import type { SaltedCard, SaltedText } from "../card";
import { cardFromRow, type StoredEntry, storedEntryFrom, textFromRow } from "../stored-entry";
import { inTenant } from "../tenant-transaction";
import { LedgerVerifier, type Trusted, type VerifiedLedger } from "./ledger-verifier";
import { nameBreak } from "./name-break";

/** How many rows are read at once. */
const PAGE = 1_000;
const EVERY = 2_147_483_647;

/**
 * Checks one tenant's history as it is stored, from its first entry: that each follows on the one before it, says what
 * its hash covers, and is looked up by what it says; that checkpoints are signed and of these entries; that cards and
 * texts fit their fingerprints; that lists tell the outcomes that the entries tell. Throws LedgerError where the
 * database cannot be read.
 */
export async function verifyLedger(
  of: Database,
  tenant: string,
  trusted: Trusted = { keys: [], keptCheckpoints: [] },
): Promise<VerifiedLedger> {
  const verifier = new LedgerVerifier(tenant, trusted);
  // Checkpoints that are signed while this reads are left for the next time.
  const { checkpoints, tree } = await inTenant(of, tenant, async (transaction) => ({
    checkpoints: await readCheckpoints(transaction, tenant, EVERY),
    tree: await transaction.treeHash.findMany({
      where: { tenant },
      orderBy: [{ height: "asc" }, { place: "asc" }],
    }),
  }));
  for (const checkpoint of checkpoints.toReversed()) verifier.checkpoint(checkpoint);
  for await (const entry of readEntries(of, tenant)) {
    verifier.entry(entry);
    if (verifier.isOver) break;
  }
  verifier.entriesEnd();
  for (const { height, place, hash } of tree) {
    verifier.treeHash(height, Number(place), Buffer.from(hash));
  }
  verifier.treeEnd();
  if (!verifier.isOver) for await (const card of readCards(of, tenant)) verifier.card(card);
  if (!verifier.isOver) for await (const text of readTexts(of, tenant)) verifier.text(text);
  // A person who was erased while this was read is named by an entry that is there by now.
  for await (const entry of readEntries(of, tenant, verifier.length)) verifier.entry(entry);
  verifier.erasingsEnd();
  if (!verifier.isOver) await verifyOperationState(of, tenant, verifier);
  if (verifier.chainBreak !== null) {
    verifier.nameBreak(await nameBreak(verifier.chainBreak, tenant, readEntries(of, tenant)));
  }
  return verifier.verdict();
}

/** A tenant's entries as they are stored, by their places: all of them, or those after a place. */
export async function* readEntries(
  of: Database,
  tenant: string,
  from: number | null = null,
): AsyncGenerator<StoredEntry> {
  let after = from === null ? null : BigInt(from);
  for (;;) {
    const rows = await inTenant(of, tenant, (transaction) =>
      transaction.entry.findMany({
        where: { tenant, ...(after !== null && { seq: { gt: after } }) },
        orderBy: { seq: "asc" },
        take: PAGE,
      }),
    );
    for (const row of rows) yield storedEntryFrom(row);
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return;
    after = last.seq;
  }
}

/** A tenant's cards as they are stored. */
export async function* readCards(of: Database, tenant: string): AsyncGenerator<SaltedCard> {
  let last: CardRow | undefined;
  do {
    const rows = await readCardPage(of, tenant, last);
    yield* rows.map(cardFromRow);
    last = rows.length < PAGE ? undefined : rows.at(-1);
  } while (last !== undefined);
}

type CardRow = Prisma.CardModel;

/** By their keys, not by a cursor: the row that a cursor stands on may be erased meanwhile. */
function readCardPage(of: Database, tenant: string, after: CardRow | undefined) {
  const from =
    after === undefined
      ? Prisma.empty
      : Prisma.sql`AND (subject_id, fingerprint) > (${after.subjectId}::uuid, ${after.fingerprint})`;
  return inTenant(
    of,
    tenant,
    (transaction) => transaction.$queryRaw<readonly CardRow[]>`
      SELECT tenant, subject_id AS "subjectId", fingerprint, salt, display_name AS "displayName", mail
      FROM card WHERE tenant = ${tenant}::uuid ${from}
      ORDER BY subject_id, fingerprint LIMIT ${PAGE}`,
  );
}

/** A tenant's texts of reviewers as they are stored. */
export async function* readTexts(of: Database, tenant: string): AsyncGenerator<SaltedText> {
  let last: TextRow | undefined;
  do {
    const rows = await readTextPage(of, tenant, last);
    yield* rows.map(textFromRow);
    last = rows.length < PAGE ? undefined : rows.at(-1);
  } while (last !== undefined);
}

type TextRow = Prisma.ErasableTextModel;

function readTextPage(of: Database, tenant: string, after: TextRow | undefined) {
  const from =
    after === undefined ? Prisma.empty : Prisma.sql`AND fingerprint > ${after.fingerprint}`;
  return inTenant(
    of,
    tenant,
    (transaction) => transaction.$queryRaw<readonly TextRow[]>`
      SELECT tenant, fingerprint, salt, author_id AS "authorId", guest_id AS "guestId", words
      FROM erasable_text WHERE tenant = ${tenant}::uuid ${from}
      ORDER BY fingerprint LIMIT ${PAGE}`,
  );
}

async function verifyOperationState(
  of: Database,
  tenant: string,
  verifier: LedgerVerifier,
): Promise<void> {
  const [stray] = await inTenant(
    of,
    tenant,
    (transaction) => transaction.$queryRaw<readonly { readonly operation_id: string }[]>`
      (TABLE operation_state EXCEPT TABLE operation_state_from_entries)
      UNION ALL (TABLE operation_state_from_entries EXCEPT TABLE operation_state)
      LIMIT 1`,
  );
  verifier.found(
    stray === undefined ? null : { in: "operation-state", operationId: stray.operation_id },
  );
}
