import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Prisma } from "@/prisma/generated/client";
import { inTenant } from "./tenant-transaction";
import { asOwner, freshLedger } from "./testing/fresh-database";

let ledger: Awaited<ReturnType<typeof freshLedger>>;
const tenant = randomUUID();
const sha = () => Uint8Array.from(randomBytes(32));

beforeAll(async () => {
  ledger = await freshLedger();
});

afterAll(() => ledger.drop());

const entry: Prisma.EntryModel = {
  tenant,
  seq: 9_007_199_254_740_993n,
  id: randomUUID(),
  v: 32_767,
  kind: "decided",
  recordedAt: new Date("2026-11-20T23:59:59.999Z"),
  actorId: randomUUID(),
  actorCard: sha(),
  guestId: randomUUID(),
  operationId: randomUUID(),
  planId: randomUUID(),
  subjectId: randomUUID(),
  body: { text: "‮😀", number: 1.5, list: [null, true] },
  previous: sha(),
  hash: sha(),
};

const card: Prisma.CardModel = {
  tenant,
  subjectId: randomUUID(),
  fingerprint: sha(),
  salt: Uint8Array.from(randomBytes(16)),
  displayName: "Ada",
  mail: "ada@partner.example",
};

const lease: Prisma.LeaseModel = {
  tenant,
  planId: randomUUID(),
  holderId: randomUUID(),
  session: randomUUID(),
  fence: 2_147_483_647,
  expiresAt: new Date("2026-11-20T23:59:59.999Z"),
  runs: false,
  sentUntil: new Date("2026-11-19T23:59:59.999Z"),
};

it("Every column of every model is written and read back as it was", async () => {
  const read = await inTenant(ledger.database, tenant, async (transaction) => {
    await transaction.entry.create({ data: { ...entry, body: entry.body ?? {} } });
    await transaction.card.create({ data: card });
    await transaction.lease.create({ data: lease });
    return {
      entry: await transaction.entry.findFirstOrThrow(),
      card: await transaction.card.findFirstOrThrow(),
      lease: await transaction.lease.findFirstOrThrow(),
    };
  });
  expect(read).toEqual({ entry, card, lease });
});

it("What may be missing in the models may be missing in the tables", async () => {
  const read = await inTenant(ledger.database, tenant, async (transaction) => {
    const bare = {
      ...entry,
      seq: 1n,
      id: randomUUID(),
      guestId: null,
      operationId: null,
      planId: null,
      subjectId: null,
    };
    await transaction.entry.create({ data: { ...bare, body: {} } });
    await transaction.card.create({
      data: { ...card, fingerprint: sha(), displayName: null, mail: null },
    });
    return transaction.entry.findUniqueOrThrow({ where: { tenant_seq: { tenant, seq: 1n } } });
  });
  expect(read.guestId).toBeNull();
});

it("The tables have no column that the models lack, and no table is without a model", async () => {
  const rows = await asOwner(
    ledger.url,
    `SELECT table_name AS "table", count(*)::int AS columns FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name <> '_prisma_migrations' GROUP BY 1 ORDER BY 1`,
  );
  expect(rows).toEqual([
    { table: "card", columns: Object.keys(Prisma.CardScalarFieldEnum).length },
    { table: "entry", columns: Object.keys(Prisma.EntryScalarFieldEnum).length },
    { table: "lease", columns: Object.keys(Prisma.LeaseScalarFieldEnum).length },
  ]);
  expect(Object.keys(Prisma.ModelName).sort()).toEqual(["Card", "Entry", "Lease"]);
});

it("Only kinds that the contract knows can be written", async () => {
  const attempt = inTenant(ledger.database, tenant, (transaction) =>
    transaction.entry.create({
      data: { ...entry, seq: 2n, id: randomUUID(), kind: "erased", body: {} },
    }),
  );
  await expect(attempt).rejects.toSatisfy((error: Error) =>
    String(error.cause).includes("entry_kind_known"),
  );
});
