import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { append } from "./append";
import { ChainDraft } from "./chain-draft";
import { openDatabase, type Database } from "./database";
import { GENESIS, verifyChain } from "./hash-chain";
import { history } from "./history";
import { migrate, type MigrationConnection } from "./migrate";
import { freshDatabase, type FreshDatabase } from "./testing/fresh-database";
import { readChain } from "./testing/read-chain";
import { cardOf, carriedOut, decided, intended, policySet, somebody } from "./testing/requests";

const caller = somebody();
const block = decided();
const unblock = decided("unblock");

/** What the first version of the program left behind: its one migration, and a chain of four entries. */
async function leaveOldData(connection: MigrationConnection, migrations: string): Promise<void> {
  await migrate(connection, migrations);
  const { tenantId: tenant, userId: subjectId, name: displayName, username: mail } = caller;
  const head = { seq: 0, hash: GENESIS, recordedAt: 0 };
  const empty = {
    head,
    entries: new Map(),
    acts: new Map(),
    outcomes: new Map(),
    fences: new Map(),
    planAuthors: new Map(),
    policyEntryId: null,
    cards: [],
  };
  const draft = new ChainDraft(tenant, empty, Date.now());
  draft.add({
    actor: { subjectId, displayName, mail },
    mayOperate: true,
    entries: [block, carriedOut(block), policySet(), unblock],
    cards: [cardOf(block)],
  });
  for (const card of draft.cards) {
    await connection.rows(
      `INSERT INTO card VALUES ($1, $2, decode($3, 'hex'), decode($4, 'hex'), $5, $6)`,
      [tenant, card.subjectId, card.fingerprint, card.salt, card.displayName, card.mail],
    );
  }
  for (const entry of draft.entries) {
    await connection.rows(
      `INSERT INTO entry VALUES ($1, $2, $3, $4, $5, $6, $7, decode($8, 'hex'), $9, $10, $11, $12,
         decode($13, 'hex'), decode($14, 'hex'))`,
      [
        tenant,
        entry.seq,
        entry.id,
        entry.v,
        entry.kind,
        new Date(entry.recordedAt).toISOString(),
        entry.actorId,
        entry.actorCard,
        entry.guestId,
        entry.decisionId,
        entry.planId,
        JSON.stringify(entry.body),
        entry.previous,
        entry.hash,
      ],
    );
  }
}

const folder = mkdtempSync(join(tmpdir(), "guestlist-upgrade-"));
const migrations = join(folder, "migrations");
let server: FreshDatabase;

beforeAll(async () => {
  server = await freshDatabase();
  mkdirSync(migrations);
  const first = join(process.cwd(), "prisma", "migrations", "0001_ledger");
  cpSync(first, join(migrations, "0001_ledger"), { recursive: true });
});

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await server.drop();
});

async function oldServer(): Promise<Database> {
  const client = new Client({ connectionString: server.url });
  await client.connect();
  const run = async (script: string) => {
    await client.query(script);
  };
  const rows: MigrationConnection["rows"] = async (statement, values = []) =>
    (await client.query<Record<string, unknown>>(statement, [...values])).rows;
  await leaveOldData({ run, rows }, migrations);
  await client.end();
  return openDatabase({ kind: "server", url: server.url });
}

async function oldFolder(): Promise<Database> {
  const directory = join(folder, "data");
  const database = await PGlite.create(directory);
  const run = async (script: string) => {
    await database.exec(script);
  };
  const rows: MigrationConnection["rows"] = async (statement, values = []) =>
    (await database.query<Record<string, unknown>>(statement, [...values])).rows;
  await leaveOldData({ run, rows }, migrations);
  await database.close();
  return openDatabase({ kind: "embedded", directory });
}

describe.each([
  ["a PostgreSQL server", oldServer],
  ["an embedded database", oldFolder],
])("The data of the first version, in %s,", (_, open) => {
  let database: Database;

  beforeAll(async () => {
    database = await open();
  });

  afterAll(() => database.close());

  it("is still one whole chain", async () => {
    const chain = await readChain(database, caller.tenantId);
    expect(verifyChain(caller.tenantId, chain)).toMatchObject({ kind: "whole", length: 4 });
  });

  it("shows in the history as it did", async () => {
    const { rows } = await history({ limit: 10 }, caller, database);
    expect(rows.map(({ id, kind }) => [id, kind])).toEqual([
      [unblock.id, "decided"],
      [expect.any(String), "policy-set"],
      [block.id, "decided"],
    ]);
    expect(rows[2]).toMatchObject({
      guest: { displayName: "Ada of Partner" },
      outcome: { result: "done" },
    });
  });

  it("goes on with old decisions and new kinds of entries, under the program's own role", async () => {
    const create = intended();
    await append({ entries: [carriedOut(unblock), create], cards: [] }, caller, database);
    const repeated = await append({ entries: [block], cards: [cardOf(block)] }, caller, database);
    expect(repeated.receipts[0]).toMatchObject({ seq: 1, repeated: true });
    const chain = await readChain(database, caller.tenantId);
    expect(verifyChain(caller.tenantId, chain)).toMatchObject({ kind: "whole", length: 6 });
    expect(chain.at(-1)).toMatchObject({
      kind: "intended",
      body: { intent: { id: create.intent.id } },
    });
  });
});
