import { canonicalJson, coveredBy } from "../hash-chain";
import { knownKeys } from "../checkpoints/known-keys";
import { readCheckpoint } from "../checkpoints/checkpoint";
import { isSignedBy, verifierKey } from "../checkpoints/signed-note";
import { readCheckpoints, type StoredCheckpoint } from "../checkpoints/take-checkpoint";
import type { Database } from "../database";
import type { StoredEntry } from "../stored-entry";
import { inTenant } from "../tenant-transaction";
import { readCards, readEntries, readTexts } from "../verify/verify-ledger";

/** What the first line of a file calls itself. */
export const EXPORT_FORMAT = "guestlist-history";
/** Version of the format; docs/export-format.md describes it. */
export const EXPORT_VERSION = 1;

const EVERY = 2_147_483_647;

/**
 * A tenant's whole history, a line of JSON each, with its line break: all that is needed to check it without the
 * database. Entries that are recorded while it is written may be in it, checkpoints that are signed meanwhile are not. Throws LedgerError where the database cannot be read.
 */
export async function* exportLedger(of: Database, tenant: string): AsyncGenerator<string> {
  const checkpoints = await inTenant(of, tenant, (transaction) =>
    readCheckpoints(transaction, tenant, EVERY),
  );
  yield line({ format: EXPORT_FORMAT, version: EXPORT_VERSION, tenant });
  const keys = keysOf(of, checkpoints);
  for (const key of keys) yield line({ type: "key", key });
  for (const { number, note } of checkpoints.toReversed()) {
    yield line({ type: "checkpoint", number, note });
  }
  const counts = { entries: 0, cards: 0, texts: 0 };
  for await (const entry of readEntries(of, tenant)) {
    counts.entries += 1;
    yield line(entryLine(entry));
  }
  for await (const card of readCards(of, tenant)) {
    counts.cards += 1;
    yield line({ type: "card", ...card });
  }
  for await (const text of readTexts(of, tenant)) {
    counts.texts += 1;
    yield line({ type: "text", ...text });
  }
  yield line({ type: "end", keys: keys.size, checkpoints: checkpoints.length, ...counts });
}

/** The text that the hash is of, word for word, so that a checking program need not write it anew. */
function entryLine(entry: StoredEntry) {
  const { guestId, operationId, planId, subjectId, hash } = entry;
  const columns = { guestId, operationId, planId, subjectId };
  return { type: "entry", hash, covered: textOf(entry), columns };
}

/** Empty where an edited entry has no text any more: then the line itself says that it does not fit. */
function textOf(entry: StoredEntry): string {
  try {
    return coveredBy(entry);
  } catch {
    return "";
  }
}

/** The public keys by which the checkpoints are signed, where this installation knows them. */
function keysOf(
  { checkpoints: settings }: Database,
  checkpoints: readonly StoredCheckpoint[],
): ReadonlySet<string> {
  const known = knownKeys(settings);
  const used = checkpoints.flatMap(({ note }) => {
    const read = readCheckpoint(note);
    if (read === null) return [];
    return known
      .filter((key) => isSignedBy(read.note, read.origin, [key]))
      .map((key) => verifierKey(read.origin, key));
  });
  return new Set(used);
}

function line(value: unknown): string {
  return `${canonicalJson(value)}\n`;
}
