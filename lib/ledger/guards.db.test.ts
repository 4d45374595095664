import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { append } from "./append";
import type { Caller } from "./caller";
import type { Database } from "./database";
import { inTenant } from "./tenant-transaction";
import { asOwner, freshLedger } from "./testing/fresh-database";
import { cardOf, planned, reviewResult, somebody } from "./testing/requests";
import { verifyLedger } from "./verify/verify-ledger";

let ledger: Awaited<ReturnType<typeof freshLedger>>;
let database: Database;
let caller: Caller;
const block = planned();

beforeAll(async () => {
  ledger = await freshLedger();
  database = ledger.database;
  caller = somebody();
  await append({ entries: [block], cards: [cardOf(block)] }, caller, database);
  const other = somebody();
  const theirs = planned();
  await append({ entries: [theirs], cards: [cardOf(theirs)] }, other, database);
  const result = reviewResult({ justification: "Has left" });
  await append({ entries: [result], cards: [] }, other, database);
  await asOwner(
    ledger.url,
    `INSERT INTO checkpoint VALUES ('${other.tenantId}', 1, 1, 'a note')`,
    `INSERT INTO tree_hash VALUES ('${other.tenantId}', 8, 0, sha256('x'))`,
  );
});

afterAll(() => ledger.drop());

const REFUSED: readonly (readonly [string, string])[] = [
  ["UPDATE", `UPDATE entry SET kind = 'policy-set'`],
  ["UPDATE that changes nothing", `UPDATE entry SET kind = kind`],
  ["DELETE", `DELETE FROM entry`],
  ["TRUNCATE", `TRUNCATE entry`],
  ["TRUNCATE CASCADE", `TRUNCATE entry, card CASCADE`],
  [
    "upsert",
    `INSERT INTO entry SELECT * FROM entry ON CONFLICT (tenant, id) DO UPDATE SET kind = 'x'`,
  ],
  ["MERGE", `MERGE INTO entry e USING (SELECT 1) s ON true WHEN MATCHED THEN DELETE`],
  ["UPDATE of a card", `UPDATE card SET display_name = 'Eve'`],
  ["TRUNCATE of cards", `TRUNCATE card`],
  ["UPDATE of a text", `UPDATE erasable_text SET words = ''`],
  ["UPDATE of a checkpoint", `UPDATE checkpoint SET note = ''`],
  ["DELETE of checkpoints", `DELETE FROM checkpoint`],
  ["TRUNCATE of checkpoints", `TRUNCATE checkpoint`],
  ["UPDATE of the tree", `UPDATE tree_hash SET hash = sha256('x')`],
  ["DELETE of the tree", `DELETE FROM tree_hash`],
];

describe("The program's own role is refused", () => {
  test.each<readonly [string, string]>([
    ...REFUSED,
    ["ALTER TABLE", `ALTER TABLE entry DISABLE TRIGGER ALL`],
    ["DROP TABLE", `DROP TABLE entry`],
    ["switching triggers off", `SET LOCAL session_replication_role = 'replica'`],
    ["switching row security off", `ALTER TABLE entry DISABLE ROW LEVEL SECURITY`],
    ["the migrations' bookkeeping", `DELETE FROM _prisma_migrations`],
  ])("%s", async (_, statement) => {
    const attempt = inTenant(database, caller.tenantId, (transaction) =>
      transaction.$executeRawUnsafe(statement),
    );
    await expect(attempt).rejects.toSatisfy((error: Error) =>
      /42501|permission denied|must be owner|append-only/.test(String(error.cause)),
    );
  });

  it("every grant but reading, adding, passing leases on, and bringing lists and counts up to date", async () => {
    const rows = await asOwner(
      ledger.url,
      `SELECT table_name || ' ' || privilege_type AS granted FROM information_schema.role_table_grants
       WHERE grantee IN ('guestlist_app', 'PUBLIC') AND table_schema = 'public' ORDER BY 1`,
    );
    expect(rows.map(({ granted }) => granted)).toEqual([
      ...["DELETE", "INSERT", "SELECT", "UPDATE"].map((right) => `append_count ${right}`),
      ...["card", "checkpoint", "checkpoint_delivery", "entry", "erasable_text"].flatMap(
        (table) => [`${table} INSERT`, `${table} SELECT`],
      ),
      ...["INSERT", "SELECT", "UPDATE"].map((right) => `lease ${right}`),
      ...["INSERT", "SELECT", "UPDATE"].map((right) => `operation_state ${right}`),
      "operation_state_from_entries SELECT",
      ...["INSERT", "SELECT"].map((right) => `tree_hash ${right}`),
    ]);
  });
});

describe("The owner of the tables, a superuser even, is refused by trigger", () => {
  test.each(REFUSED)("%s", async (_, statement) => {
    await expect(asOwner(ledger.url, statement)).rejects.toMatchObject({
      code: "42501",
      message: expect.stringContaining("append-only") as unknown,
    });
  });

  it("the same while pretending to replicate", async () => {
    const attempt = asOwner(
      ledger.url,
      `SET session_replication_role = 'replica'`,
      `DELETE FROM entry`,
    );
    await expect(attempt).rejects.toMatchObject({ code: "42501" });
  });
});

describe("Row level security", () => {
  it("shows one tenant's rows, also to a query that names no tenant", async () => {
    const seen = await inTenant(database, caller.tenantId, async (transaction) => ({
      entries: await transaction.entry.findMany(),
      cards: await transaction.card.findMany(),
    }));
    expect(seen.entries.map(({ tenant }) => tenant)).toEqual([caller.tenantId]);
    expect(new Set(seen.cards.map(({ tenant }) => tenant))).toEqual(new Set([caller.tenantId]));
  });

  it("shows nothing where no tenant is set, also on a connection that had one", async () => {
    expect(await database.prisma.entry.findMany()).toEqual([]);
    expect(await database.prisma.card.findMany()).toEqual([]);
  });

  it("refuses a row of another tenant", async () => {
    const attempt = inTenant(database, caller.tenantId, (transaction) =>
      transaction.card.create({
        data: {
          tenant: randomUUID(),
          subjectId: randomUUID(),
          fingerprint: new Uint8Array(32),
          salt: new Uint8Array(16),
        },
      }),
    );
    await expect(attempt).rejects.toSatisfy((error: Error) =>
      String(error.cause).includes("row-level security"),
    );
  });
});

describe("Who takes the triggers away and changes a row", () => {
  it("is found by following the chain", async () => {
    const tenant = somebody();
    for (let index = 0; index < 5; index += 1) {
      await append({ entries: [planned()], cards: [] }, tenant, database);
    }
    await asOwner(
      ledger.url,
      `ALTER TABLE entry DISABLE TRIGGER USER`,
      `UPDATE entry SET body = jsonb_set(body, '{operation,reason}', '"Another reason"')
       WHERE tenant = '${tenant.tenantId}' AND seq = 3`,
      `ALTER TABLE entry ENABLE ALWAYS TRIGGER entry_keeps_its_rows`,
      `ALTER TABLE entry ENABLE ALWAYS TRIGGER entry_is_never_emptied`,
    );
    expect(await verifyLedger(database, tenant.tenantId)).toMatchObject({
      fault: { in: "entry", seq: 3, because: "edited" },
    });
  });
});
