import type { Prisma } from "@/prisma/generated/client";
import type { Database } from "../database";
import { inTenant } from "../tenant-transaction";
import { GrowingTree, leafHash, nodeHash, splitOf } from "./merkle-tree";
import { LedgerError } from "../ledger-error";

/** Of complete subtrees, those whose height is a multiple of this are stored. */
export const TILE_HEIGHT = 8;
const TILE = 2 ** TILE_HEIGHT;
/** Complete subtrees of `TILE` entries that one transaction adds at most. */
const MOST_AT_ONCE = 128;

/**
 * Adds the hashes of subtrees that are complete at this size and not stored yet. They follow from entries that never
 * change, so it does not matter who adds them, or whether it is interrupted.
 */
export async function growTree(database: Database, tenant: string, size: number): Promise<void> {
  for (let height = TILE_HEIGHT; 2 ** height <= size; height += TILE_HEIGHT) {
    const complete = Math.floor(size / 2 ** height);
    for (;;) {
      const more = await inTenant(database, tenant, (transaction) =>
        addComplete(transaction, tenant, height, complete),
      );
      if (!more) break;
    }
  }
}

async function addComplete(
  transaction: Prisma.TransactionClient,
  tenant: string,
  height: number,
  complete: number,
): Promise<boolean> {
  const last = await transaction.treeHash.findFirst({
    where: { tenant, height },
    orderBy: { place: "desc" },
    select: { place: true },
  });
  const from = last === null ? 0 : Number(last.place) + 1;
  const to = Math.min(complete, from + MOST_AT_ONCE);
  if (to <= from) return false;
  const below = await readHashes(transaction, tenant, height - TILE_HEIGHT, from * TILE, to * TILE);
  const data = Array.from({ length: to - from }, (_, at) => ({
    ...{ tenant, height, place: BigInt(from + at) },
    hash: Uint8Array.from(rootOfComplete(below.slice(at * TILE, (at + 1) * TILE))),
  }));
  await transaction.treeHash.createMany({ data, skipDuplicates: true });
  return to < complete;
}

function rootOfComplete(hashes: readonly Buffer[]): Buffer {
  const tree = new GrowingTree();
  for (const hash of hashes) tree.add(hash);
  return tree.root();
}

/** The stored hashes of one height, from one place up to another; those of height 0 are the entries' own. */
async function readHashes(
  transaction: Prisma.TransactionClient,
  tenant: string,
  height: number,
  from: number,
  to: number,
): Promise<readonly Buffer[]> {
  const rows =
    height === 0
      ? await transaction.entry.findMany({
          where: { tenant, seq: { gt: from, lte: to } },
          orderBy: { seq: "asc" },
          select: { hash: true },
        })
      : await transaction.treeHash.findMany({
          where: { tenant, height, place: { gte: from, lt: to } },
          orderBy: { place: "asc" },
          select: { hash: true },
        });
  if (rows.length !== to - from) throw treeIsIncomplete();
  return rows.map(({ hash }) => (height === 0 ? leafHash(hash) : Buffer.from(hash)));
}

function treeIsIncomplete(): LedgerError {
  return new LedgerError(
    "conflict",
    "Entries or hashes of the tree are missing in the database: run the check.",
  );
}

/** Roots and proofs of one tenant's tree, read from what is stored; the tree must have grown to the sizes asked for. */
export class StoredTree {
  readonly #transaction: Prisma.TransactionClient;
  readonly #tenant: string;
  readonly #size: number;
  readonly #read = new Map<string, readonly Buffer[]>();

  /** `size` is how many entries there are to read from. */
  constructor(transaction: Prisma.TransactionClient, tenant: string, size: number) {
    this.#transaction = transaction;
    this.#tenant = tenant;
    this.#size = size;
  }

  /** The root over the first entries. */
  root(size: number): Promise<Buffer> {
    return this.#hashOf(0, size);
  }

  /** The path from an entry, counted from 0, to the root over the first entries (RFC 6962, section 2.1.1). */
  async path(index: number, size: number): Promise<readonly Buffer[]> {
    const path: Buffer[] = [];
    let [start, end] = [0, size];
    while (end - start > 1) {
      const middle = start + splitOf(end - start);
      const isLeft = index < middle;
      path.unshift(isLeft ? await this.#hashOf(middle, end) : await this.#hashOf(start, middle));
      if (isLeft) end = middle;
      else start = middle;
    }
    return path;
  }

  /** What shows that the tree of one size goes on from that of an earlier one (RFC 6962, section 2.1.2). */
  async extension(earlier: number, later: number): Promise<readonly Buffer[]> {
    return earlier === 0 || earlier === later ? [] : this.#extension(earlier, 0, later, true);
  }

  async #extension(
    earlier: number,
    start: number,
    end: number,
    isWhole: boolean,
  ): Promise<readonly Buffer[]> {
    if (end === earlier) return isWhole ? [] : [await this.#hashOf(start, end)];
    const middle = start + splitOf(end - start);
    return earlier <= middle
      ? [
          ...(await this.#extension(earlier, start, middle, isWhole)),
          await this.#hashOf(middle, end),
        ]
      : [
          ...(await this.#extension(earlier, middle, end, false)),
          await this.#hashOf(start, middle),
        ];
  }

  async #hashOf(start: number, end: number): Promise<Buffer> {
    const length = end - start;
    if (length === 0) return new GrowingTree().root();
    const height = Math.log2(length);
    if (start % length === 0 && height % TILE_HEIGHT === 0) {
      return this.#stored(height, start / length);
    }
    const middle = start + splitOf(length);
    return nodeHash(await this.#hashOf(start, middle), await this.#hashOf(middle, end));
  }

  async #stored(height: number, place: number): Promise<Buffer> {
    const from = Math.floor(place / TILE) * TILE;
    const key = `${height}/${from}`;
    let tile = this.#read.get(key);
    if (tile === undefined) {
      const to = Math.min(from + TILE, Math.floor(this.#size / 2 ** height));
      tile = await readHashes(this.#transaction, this.#tenant, height, from, to);
      this.#read.set(key, tile);
    }
    const hash = tile[place - from];
    if (hash === undefined) throw treeIsIncomplete();
    return hash;
  }
}
