import type { Prisma } from "@/prisma/generated/client";
import type { Database } from "../database";
import { LedgerError } from "../ledger-error";
import { inTenant } from "../tenant-transaction";
import { readCheckpoint, type TreeHead, writeCheckpoint } from "./checkpoint";
import { newestInFolder } from "./checkpoint-folder";
import { signerOf } from "./known-keys";
import { growTree, StoredTree } from "./stored-tree";

/** A checkpoint as the database keeps it. */
export interface StoredCheckpoint {
  readonly number: number;
  readonly size: number;
  readonly note: string;
}

/**
 * Signs what a tenant's history is now, unless the newest checkpoint says it already; null where nothing is recorded
 * or no key is configured. A log never signs what does not go on from what it signed before (c2sp.org/tlog-checkpoint):
 * where the newest checkpoint, in the database or in the folder, says something else, it throws a LedgerError and signs
 * nothing.
 */
export async function takeCheckpoint(
  database: Database,
  tenant: string,
): Promise<StoredCheckpoint | null> {
  const signer = signerOf(database.checkpoints, tenant);
  if (signer === null) return null;
  const grown = await lengthOf(database, tenant);
  await growTree(database, tenant, grown);
  const folder = database.checkpoints?.folder ?? null;
  const inFolder = folder === null ? null : await newestInFolder(folder, tenant);
  return inTenant(database, tenant, async (transaction) => {
    // Two servers never sign at once. Writers don't wait for it.
    await transaction.$queryRaw`
      SELECT pg_advisory_xact_lock(hashtextextended(${tenant}, 73))::text`;
    const length = await readLength(transaction, tenant);
    const last = await newestCheckpoint(transaction, tenant);
    // What was recorded since the tree has grown is left for the next time.
    const size = Math.max(grown, last?.size ?? 0);
    if (size === 0) return null;
    const tree = new StoredTree(transaction, tenant, size);
    for (const earlier of [last, inFolder]) {
      if (earlier !== null) await refuseFork(tree, length, readCheckpoint(earlier.note));
    }
    if (last?.size === size) return last;
    const note = writeCheckpoint(signer.origin, { size, root: await tree.root(size) }, signer.key);
    const number = (last?.number ?? 0) + 1;
    await transaction.checkpoint.create({ data: { tenant, number, size: BigInt(size), note } });
    return { number, size, note };
  });
}

async function refuseFork(
  tree: StoredTree,
  length: number,
  earlier: TreeHead | null,
): Promise<void> {
  if (
    earlier !== null &&
    earlier.size <= length &&
    (await tree.root(earlier.size)).equals(earlier.root)
  ) {
    return;
  }
  throw new LedgerError(
    "unavailable",
    "The history is not the one of which the last checkpoint was signed, so none was signed: run the check.",
  );
}

async function readLength(transaction: Prisma.TransactionClient, tenant: string): Promise<number> {
  const last = await transaction.entry.findFirst({
    where: { tenant },
    orderBy: { seq: "desc" },
    select: { seq: true },
  });
  return Number(last?.seq ?? 0);
}

/** How many entries a tenant's chain has. */
export function lengthOf(database: Database, tenant: string): Promise<number> {
  return inTenant(database, tenant, (transaction) => readLength(transaction, tenant));
}

/** The latest checkpoint of a tenant that is stored; null where there is none. */
export async function newestCheckpoint(
  transaction: Prisma.TransactionClient,
  tenant: string,
): Promise<StoredCheckpoint | null> {
  const [last] = await readCheckpoints(transaction, tenant, 1);
  return last ?? null;
}

/** The latest checkpoints of a tenant, newest first. */
export async function readCheckpoints(
  transaction: Prisma.TransactionClient,
  tenant: string,
  most: number,
): Promise<readonly StoredCheckpoint[]> {
  const rows = await transaction.checkpoint.findMany({
    where: { tenant },
    orderBy: { number: "desc" },
    take: most,
  });
  return rows.map(({ number, size, note }) => ({ number, size: Number(size), note }));
}
