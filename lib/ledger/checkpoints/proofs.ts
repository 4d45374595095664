import { canonicalJson, coveredBy, hashOf, type Link } from "../hash-chain";
import type { Database } from "../database";
import { LedgerError } from "../ledger-error";
import { storedEntryFrom } from "../stored-entry";
import { inTenant } from "../tenant-transaction";
import { type Checkpoint, readCheckpoint } from "./checkpoint";
import { leafHash, rootOfPath } from "./merkle-tree";
import { isSignedBy, strictBase64 } from "./signed-note";
import { StoredTree } from "./stored-tree";
import { signerOf } from "./known-keys";
import { newestCheckpoint } from "./take-checkpoint";

/** The first line of a proof (c2sp.org/tlog-proof). */
const FORMAT = "c2sp.org/tlog-proof@v1";

/**
 * A file that shows an outsider that one entry is in the history of which a checkpoint was signed, and nothing of any
 * other entry. Its extra data are the text that the entry's hash is of. It signs nothing: throws LedgerError where there is
 * no such entry, or no checkpoint covers it yet.
 */
export async function proveEntry(
  database: Database,
  tenant: string,
  entryId: string,
): Promise<string> {
  const row = await inTenant(database, tenant, (transaction) =>
    transaction.entry.findUnique({ where: { tenant_id: { tenant, id: entryId } } }),
  );
  if (row === null) throw new LedgerError("invalid", "No such entry is recorded.", "entry");
  const entry = storedEntryFrom(row);
  if (hashOf(entry) !== entry.hash) {
    throw new LedgerError(
      "conflict",
      "The entry is not as it was recorded: nothing can be proven.",
    );
  }
  const signed = await checkpointFor(database, tenant, entry.seq);
  return inTenant(database, tenant, async (transaction) => {
    const tree = new StoredTree(transaction, tenant, signed.size);
    const path = await tree.path(entry.seq - 1, signed.size);
    const root = rootOfPath(
      entry.seq - 1,
      signed.size,
      leafHash(Buffer.from(entry.hash, "hex")),
      path,
    );
    if (root === null || !root.equals(signed.root)) {
      throw new LedgerError(
        "conflict",
        "The history is not the one of which the checkpoint was signed: nothing can be proven.",
      );
    }
    return [
      FORMAT,
      `extra ${Buffer.from(coveredBy(entry)).toString("base64")}`,
      `index ${entry.seq - 1}`,
      ...path.map((hash) => hash.toString("base64")),
      "",
      signed.text,
    ].join("\n");
  });
}

/** The latest checkpoint, with its text, where it covers a place. */
async function checkpointFor(
  database: Database,
  tenant: string,
  seq: number,
): Promise<Checkpoint & { readonly text: string }> {
  const newest = await inTenant(database, tenant, (transaction) =>
    newestCheckpoint(transaction, tenant),
  );
  const read = newest === null ? null : readCheckpoint(newest.note);
  if (newest !== null && read !== null && read.size >= seq) return { ...read, text: newest.note };
  throw new LedgerError(
    "conflict",
    signerOf(database.checkpoints, tenant) === null
      ? "Nothing is signed here, so nothing can be proven: CHECKPOINT_KEY is not set."
      : "No checkpoint covers this entry yet. One is signed within five minutes, or at once on the page Integrity of the history.",
  );
}

/** What a proof shows. */
export interface Proven {
  /** What the history has recorded. */
  readonly entry: Omit<Link, "recordedAt"> & { readonly recordedAt: string };
  readonly checkpoint: Checkpoint;
}

/**
 * Reads a proof and says what it shows; null where it shows nothing: it is none, what it says is not what was hashed,
 * it leads to another root, or its checkpoint is not signed by one of the keys.
 */
export function checkProof(proof: string, keys: readonly Buffer[]): Proven | null {
  const split = proof.indexOf("\n\n");
  const [format, extra = "", index = "", ...hashes] = proof.slice(0, split).split("\n");
  const checkpoint = readCheckpoint(proof.slice(split + 2));
  const said = strictBase64(/^extra (\S+)$/.exec(extra)?.[1] ?? "");
  const place = /^index (0|[1-9]\d{0,14})$/.exec(index)?.[1];
  const path = hashes.map(strictBase64).filter((hash) => hash?.length === 32);
  if (split === -1 || format !== FORMAT || checkpoint === null || said === null) return null;
  if (place === undefined || path.length !== hashes.length) return null;
  if (!isSignedBy(checkpoint.note, checkpoint.origin, keys)) return null;
  const entry = entryFrom(said);
  if (entry === null || entry.seq !== Number(place) + 1) return null;
  const hash = hashOf({ ...entry, recordedAt: Date.parse(entry.recordedAt) });
  const leaf = leafHash(Buffer.from(hash, "hex"));
  const root = rootOfPath(
    Number(place),
    checkpoint.size,
    leaf,
    path.flatMap((each) => each ?? []),
  );
  return root?.equals(checkpoint.root) === true ? { entry, checkpoint } : null;
}

function entryFrom(said: Buffer): Proven["entry"] | null {
  try {
    const text = said.toString("utf8");
    const entry = JSON.parse(text) as Proven["entry"];
    const recordedAt = Date.parse(entry.recordedAt);
    return canonicalJson(entry) === text && coveredBy({ ...entry, recordedAt }) === text
      ? entry
      : null;
  } catch {
    return null;
  }
}
