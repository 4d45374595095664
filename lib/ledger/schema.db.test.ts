import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Prisma } from "@/prisma/generated/client";
import { bytesFromHex } from "./hash-chain";
import { newCard, newText } from "./card";
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
  seq: 9_007_199_254_740_991n,
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

const ada = newCard({
  ...{ subjectId: randomUUID(), displayName: "Ada", mail: "ada@partner.example" },
});
const nobody = newCard({ subjectId: ada.subjectId, displayName: null, mail: null });
const words = newText({ authorId: randomUUID(), guestId: randomUUID(), words: "Has left" });

/** As the database has what is salted. */
const stored = <Salted extends { readonly salt: string; readonly fingerprint: string }>({
  salt,
  fingerprint,
  ...rest
}: Salted) => ({
  ...{ tenant, ...rest, salt: bytesFromHex(salt), fingerprint: bytesFromHex(fingerprint) },
});

const card: Prisma.CardModel = stored(ada);
const erasableText: Prisma.ErasableTextModel = stored(words);

const operationState: Prisma.OperationStateModel = {
  ...{ tenant, operationId: randomUUID(), seq: 9_007_199_254_740_993n },
  ...{ result: "partly-done", unresolved: true },
};

const treeHash: Prisma.TreeHashModel = {
  ...{ tenant, height: 32_767, place: 9_007_199_254_740_993n, hash: sha() },
};

const checkpoint: Prisma.CheckpointModel = {
  ...{ tenant, number: 2_147_483_647, size: 9_007_199_254_740_993n, note: "a\n\n\u2014 b\n" },
};

const checkpointDelivery: Prisma.CheckpointDeliveryModel = {
  ...{ tenant, number: 1, place: "folder", deliveredAt: new Date("2026-11-20T23:59:59.999Z") },
};

const appendCount: Prisma.AppendCountModel = {
  ...{ tenant, hour: new Date("2026-11-20T23:00:00Z"), personId: randomUUID() },
  ...{ entries: 2_147_483_647, bytes: 9_007_199_254_740_993n },
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
    await transaction.erasableText.create({ data: erasableText });
    await transaction.operationState.create({ data: operationState });
    await transaction.treeHash.create({ data: treeHash });
    await transaction.checkpoint.create({ data: checkpoint });
    await transaction.checkpointDelivery.create({ data: checkpointDelivery });
    await transaction.appendCount.create({ data: appendCount });
    return {
      entry: await transaction.entry.findFirstOrThrow(),
      card: await transaction.card.findFirstOrThrow(),
      lease: await transaction.lease.findFirstOrThrow(),
      erasableText: await transaction.erasableText.findFirstOrThrow(),
      operationState: await transaction.operationState.findFirstOrThrow(),
      treeHash: await transaction.treeHash.findFirstOrThrow(),
      checkpoint: await transaction.checkpoint.findFirstOrThrow(),
      checkpointDelivery: await transaction.checkpointDelivery.findFirstOrThrow(),
      appendCount: await transaction.appendCount.findFirstOrThrow(),
    };
  });
  expect(read).toEqual({
    ...{ entry, card, lease, erasableText, operationState, treeHash },
    ...{ checkpoint, checkpointDelivery, appendCount },
  });
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
    await transaction.card.create({ data: stored(nobody) });
    const nameless = newText({ authorId: null, guestId: null, words: "" });
    await transaction.erasableText.create({ data: stored(nameless) });
    await transaction.operationState.create({
      data: { ...operationState, operationId: randomUUID(), result: null },
    });
    return transaction.entry.findUniqueOrThrow({ where: { tenant_seq: { tenant, seq: 1n } } });
  });
  expect(read.guestId).toBeNull();
});

it("The tables have no column that the models lack, and no table is without a model", async () => {
  const rows = await asOwner(
    ledger.url,
    `SELECT table_name AS "table", count(*)::int AS columns FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name NOT IN ('_prisma_migrations', 'operation_state_from_entries')
     GROUP BY 1 ORDER BY 1`,
  );
  const columns = {
    append_count: Prisma.AppendCountScalarFieldEnum,
    card: Prisma.CardScalarFieldEnum,
    checkpoint: Prisma.CheckpointScalarFieldEnum,
    checkpoint_delivery: Prisma.CheckpointDeliveryScalarFieldEnum,
    entry: Prisma.EntryScalarFieldEnum,
    erasable_text: Prisma.ErasableTextScalarFieldEnum,
    // Only the function that erases reads and writes it.
    erasure_statement: Prisma.ErasureStatementScalarFieldEnum,
    lease: Prisma.LeaseScalarFieldEnum,
    operation_state: Prisma.OperationStateScalarFieldEnum,
    tree_hash: Prisma.TreeHashScalarFieldEnum,
  };
  expect(rows).toEqual(
    Object.entries(columns).map(([table, fields]) => ({
      ...{ table, columns: Object.keys(fields).length },
    })),
  );
  expect(Object.keys(Prisma.ModelName)).toHaveLength(rows.length);
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
