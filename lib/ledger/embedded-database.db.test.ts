import type * as fs from "node:fs";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { append } from "./append";
import { openDatabase, type Database } from "./database";
import { history } from "./history";
import { inTenant } from "./tenant-transaction";
import { readChain } from "./testing/read-chain";
import { cardOf, carriedOut, planned, somebody } from "./testing/requests";
import { verifyLedger } from "./verify/verify-ledger";

const synced = vi.hoisted(() => ({ count: 0 }));

vi.mock("node:fs", async (original) => {
  const real = await original<typeof fs>();
  const fsyncSync: typeof real.fsyncSync = (fd) => {
    synced.count += 1;
    real.fsyncSync(fd);
  };
  return { ...real, default: real, fsyncSync };
});

const directory = mkdtempSync(join(tmpdir(), "guestlist-embedded-"));
const caller = somebody();
let database: Database;

beforeAll(async () => {
  database = await openDatabase({ kind: "embedded", directory });
});

afterAll(async () => {
  await database.close();
  rmSync(directory, { recursive: true });
});

describe("The embedded database", () => {
  it("keeps a chain, a history and erasable cards like a server does", async () => {
    const block = planned();
    await append({ entries: [block, carriedOut(block)], cards: [cardOf(block)] }, caller, database);
    const { rows } = await history({ limit: 10 }, caller, database);
    expect(rows).toMatchObject([
      { guest: { displayName: "Ada of Partner" }, outcome: { result: "done" } },
    ]);
  });

  it("syncs to the disk before a request is answered", async () => {
    for (let round = 0; round < 10; round += 1) {
      const before = synced.count;
      await append({ entries: [planned()], cards: [] }, caller, database);
      expect(synced.count).toBeGreaterThan(before);
    }
  });

  it.each([
    `UPDATE entry SET kind = kind`,
    `DELETE FROM entry`,
    `TRUNCATE entry`,
    `UPDATE card SET mail = NULL`,
    `DROP TABLE entry`,
  ])("refuses %s", async (statement) => {
    const attempt = inTenant(database, caller.tenantId, (transaction) =>
      transaction.$executeRawUnsafe(statement),
    );
    await expect(attempt).rejects.toMatchObject({ kind: "unavailable" });
  });

  it("hides other tenants' rows", async () => {
    const { tenantId } = somebody();
    const entries = await inTenant(database, tenantId, (transaction) =>
      transaction.entry.findMany(),
    );
    expect(entries).toEqual([]);
  });

  it("works through sixteen writers at once without a gap", async () => {
    const before = (await readChain(database, caller.tenantId)).length;
    await Promise.all(
      Array.from({ length: 16 }, () =>
        append({ entries: [planned()], cards: [] }, caller, database),
      ),
    );
    expect(await verifyLedger(database, caller.tenantId)).toMatchObject({
      fault: null,
      length: before + 16,
    });
  });

  it("refuses a second opening of its folder, by whatever name", async () => {
    const again = openDatabase({
      kind: "embedded",
      directory: join(directory, "..", directory.split("/").at(-1) ?? ""),
    });
    await expect(again).rejects.toThrow("in use by another process");
  });

  it("is found again after it was closed, and then goes on with the chain", async () => {
    const before = await readChain(database, caller.tenantId);
    await database.close();
    database = await openDatabase({ kind: "embedded", directory });
    expect(await readChain(database, caller.tenantId)).toEqual(before);
    const { receipts } = await append({ entries: [planned()], cards: [] }, caller, database);
    expect(receipts[0]?.seq).toBe(before.length + 1);
  });
});
