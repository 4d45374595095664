import { randomUUID } from "node:crypto";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { append } from "./append";
import { openDatabase, type Database } from "./database";
import { verifyChain } from "./hash-chain";
import { history } from "./history";
import type { HistoryFilter } from "./history-query";
import { migrate, type MigrationConnection } from "./migrate";
import { asOwner, freshDatabase, type FreshDatabase } from "./testing/fresh-database";
import { readChain } from "./testing/read-chain";
import { verifyLedger } from "./verify/verify-ledger";
import {
  type EarlierEntry,
  earlierDecision,
  earlierIntent,
  earlierOperation,
  earlierOperationOutcome,
  earlierOutcome,
  earlierPolicy,
  earlierResult,
  leaveEarlierChain,
} from "./testing/earlier-chain";
import { carriedOut, planned, somebody } from "./testing/requests";

const caller = somebody();
const block = earlierDecision();
const unblock = earlierDecision("unblock");
/** Nothing is known of it; and it was written before ids were spelled in one way. */
const open = inCapitals(earlierDecision());
const create = earlierIntent();

function inCapitals(entry: EarlierEntry): EarlierEntry {
  const decision = entry.body.decision as { readonly guestId: string };
  return { ...entry, body: { decision: { ...decision, guestId: decision.guestId.toUpperCase() } } };
}

/** What each earlier version of the program left behind, by the migrations that it had. */
const VERSIONS = [
  {
    name: "the first version",
    migrations: ["0001_ledger"],
    entries: [block, earlierOutcome(block), earlierPolicy(), unblock],
  },
  {
    name: "the version with intents",
    migrations: ["0001_ledger", "0002_intents"],
    entries: [block, earlierOutcome(block), earlierPolicy(), unblock, create],
  },
  {
    name: "the version with leases",
    migrations: ["0001_ledger", "0002_intents", "0003_leases"],
    entries: [block, earlierOutcome(block), earlierPolicy(), unblock, create],
  },
] as const;

interface Version {
  readonly migrations: readonly string[];
  readonly entries: readonly EarlierEntry[];
}

async function leaveOldData(connection: MigrationConnection, version: Version): Promise<void> {
  const migrations = join(mkdtempSync(join(folder, "version-")), "migrations");
  for (const name of version.migrations) {
    cpSync(join(process.cwd(), "prisma", "migrations", name), join(migrations, name), {
      recursive: true,
    });
  }
  await migrate(connection, migrations);
  const hasSubjects = version.migrations.length > 1;
  const hasOperations = version.migrations.length > 3;
  const shape = { hasSubjects, hasOperations, guestName: GUEST };
  await leaveEarlierChain(connection, caller, version.entries, shape);
}

const GUEST = "Ada of Partner";

function once<Made>(make: () => Promise<Made>): () => Promise<Made> {
  let made: Promise<Made> | undefined;
  return () => (made ??= make());
}

const folder = mkdtempSync(join(tmpdir(), "guestlist-upgrade-"));
const servers: FreshDatabase[] = [];

afterAll(async () => {
  rmSync(folder, { recursive: true });
  for (const server of servers) await server.drop();
});

async function oldServer(version: Version): Promise<Database> {
  return openDatabase({ kind: "server", url: await oldServerUrl(version) });
}

async function oldServerUrl(version: Version): Promise<string> {
  const server = await freshDatabase();
  servers.push(server);
  const { client, connection } = await connectTo(server.url);
  await leaveOldData(connection, version);
  await client.end();
  return server.url;
}

async function connectTo(url: string) {
  const client = new Client({ connectionString: url });
  // What is cut while nothing runs on it is no error of the test.
  client.on("error", () => undefined);
  await client.connect();
  const connection: MigrationConnection = {
    run: async (script) => {
      await client.query(script);
    },
    rows: async (statement, values = []) =>
      (await client.query<Record<string, unknown>>(statement, [...values])).rows,
  };
  return { client, connection };
}

/** A cluster without a table, made once and copied for each version: making it takes longer than all the rest. */
const emptyCluster = once(async () => {
  const directory = join(folder, "empty");
  await (await PGlite.create(directory)).close();
  return directory;
});

async function oldFolder(version: Version): Promise<Database> {
  const directory = join(mkdtempSync(join(folder, "embedded-")), "data");
  cpSync(await emptyCluster(), directory, { recursive: true });
  const database = await PGlite.create(directory);
  const run = async (script: string) => {
    await database.exec(script);
  };
  const rows: MigrationConnection["rows"] = async (statement, values = []) =>
    (await database.query<Record<string, unknown>>(statement, [...values])).rows;
  await leaveOldData({ run, rows }, version);
  await database.close();
  return openDatabase({ kind: "embedded", directory });
}

const PLACES = [
  { place: "a PostgreSQL server", open: oldServer },
  { place: "an embedded database", open: oldFolder },
];

describe.each(
  VERSIONS.flatMap((version) => PLACES.map(({ place, open }) => ({ version, place, open }))),
)("The data of $version.name, in $place,", ({ version, open }) => {
  let database: Database;
  const length = version.entries.length;
  const hasIntent = version.migrations.length > 1;

  beforeAll(async () => {
    database = await open(version);
  });

  afterAll(() => database.close());

  it("is still one whole chain", async () => {
    const chain = await readChain(database, caller.tenantId);
    expect(verifyChain(caller.tenantId, chain)).toMatchObject({ kind: "whole", length });
  });

  it("is what its entries and cards say, and what lists are made of says the same", async () => {
    expect(await verifyLedger(database, caller.tenantId)).toMatchObject({
      ...{ length, cards: 3, fault: null },
    });
  });

  it("shows in the history as the operations that were recorded", async () => {
    const { rows } = await history({ limit: 10 }, caller, database);
    expect(rows.map(({ id, kind }) => [id, kind])).toEqual([
      ...(hasIntent ? [[create.id, "planned"]] : []),
      [unblock.id, "planned"],
      [expect.any(String), "policy-set"],
      [block.id, "planned"],
    ]);
    expect(rows.at(-1)).toMatchObject({
      operation: { kind: "block", guestId: block.guestId, steps: [] },
      guest: { displayName: GUEST },
      outcome: { result: "done" },
    });
    if (!hasIntent) return;
    const [intended] = rows;
    const { intent } = create.body as { intent: { request: { bodyText: string } } };
    expect(intended).toMatchObject({ operation: { kind: "create-review", undoes: null } });
    const sent = intended?.kind === "planned" ? intended.operation.steps[0] : undefined;
    expect(sent).toMatchObject({ id: create.id, name: "create-review" });
    expect(JSON.stringify(sent?.request.body)).toBe(intent.request.bodyText);
  });

  it("is found by kind, subject and what is unresolved, like what is recorded now", async () => {
    const idsOf = async (filter: Partial<HistoryFilter>) =>
      (await history({ limit: 10, ...filter }, caller, database)).rows.map(({ id }) => id);
    expect(await idsOf({ kind: "block" })).toEqual([block.id]);
    const open = hasIntent ? [create.id, unblock.id] : [unblock.id];
    expect(await idsOf({ result: "unresolved" })).toEqual(open);
    if (hasIntent) expect(await idsOf({ subject: create.subjectId ?? "" })).toEqual([create.id]);
  });

  it("goes on with outcomes of old decisions and with new entries, under the program's own role", async () => {
    const outcome = {
      id: randomUUID(),
      kind: "carried-out",
      operationId: unblock.id,
      guestId: unblock.guestId,
      outcome: carriedOut(planned()).outcome,
    } as const;
    const next = planned("create-review");
    await append({ entries: [outcome, next], cards: [] }, caller, database);
    const chain = await readChain(database, caller.tenantId);
    expect(verifyChain(caller.tenantId, chain)).toMatchObject({
      kind: "whole",
      length: length + 2,
    });
    expect(chain.at(-1)).toMatchObject({
      kind: "planned",
      body: { operation: { id: next.operation.id } },
    });
    const { rows } = await history({ limit: 10, kind: "unblock" }, caller, database);
    expect(rows[0]).toMatchObject({ id: unblock.id, outcome: { result: "done" } });
  });
});

it("A block of the first version of which nothing is known can be partly done, and taken back once", async () => {
  const database = await oldServer({ migrations: ["0001_ledger"], entries: [open] });
  const about = { operationId: open.id, guestId: open.guestId };
  const partly = carriedOut(planned(), "partly-done");
  await append({ entries: [{ ...partly, ...about }], cards: [] }, caller, database);
  const undo = () => planned("unblock", { guestId: open.guestId, undoes: open.id });
  await append({ entries: [undo()], cards: [] }, caller, database);
  await expect(append({ entries: [undo()], cards: [] }, caller, database)).rejects.toMatchObject({
    message: "It has been taken back already, or may have been.",
  });
  const step = { ...carriedOut(planned()), ...about, stepId: open.id };
  await expect(append({ entries: [step], cards: [] }, caller, database)).rejects.toMatchObject({
    field: "entries[0].stepId",
  });
  await database.close();
});

const operation = earlierOperation();
const resulted = earlierResult("Has left Partner");
const BEFORE_CHECKPOINTS = {
  name: "the version with operations",
  migrations: [
    ...["0001_ledger", "0002_intents", "0003_leases", "0004_operations", "0005_sent_until"],
  ],
  entries: [block, earlierOutcome(block), operation, earlierOperationOutcome(operation), resulted],
};

it.each([4, 5])("What %i migrations held of reviews and operations goes on", async (count) => {
  const migrations = BEFORE_CHECKPOINTS.migrations.slice(0, count);
  const database = await oldServer({ ...BEFORE_CHECKPOINTS, migrations });
  const { rows } = await history({ limit: 10 }, caller, database);
  expect(rows.map(({ id, altered }) => [id, altered])).toEqual([
    [resulted.id, false],
    [operation.id, false],
    [block.id, false],
  ]);
  const [row] = rows;
  if (row?.kind !== "review-result") throw new TypeError("It is the result of a review.");
  expect(row.result.justification).toBe("Has left Partner");
  const again = { id: resulted.id, kind: "review-result", result: row.result } as const;
  const { receipts } = await append(
    {
      entries: [again, { ...again, id: randomUUID(), corrects: resulted.id, correction: "Seen" }],
      cards: [],
    },
    caller,
    database,
  );
  expect(receipts.map(({ seq, repeated }) => [seq, repeated])).toEqual([
    [5, true],
    [6, false],
  ]);
  const open = await history({ limit: 10, result: "unresolved" }, caller, database);
  expect(open.rows.map(({ id }) => id)).toEqual([operation.id]);
  expect(await verifyLedger(database, caller.tenantId)).toMatchObject({ length: 6, fault: null });
  await database.close();
});

/** Where a script of a migration is cut in two: what Prisma wrote, and what it cannot say. */
const BY_HAND = "-- From here on by hand";
const DIES = "SELECT pg_terminate_backend(pg_backend_pid());";

/** Migrates until the connection dies at that statement; false where it was done before. */
async function migrateUntil(url: string, dies: number): Promise<boolean> {
  const { client, connection } = await connectTo(url);
  let statements = 0;
  const isLast = () => {
    statements += 1;
    return statements === dies;
  };
  const dying: MigrationConnection = {
    run: async (script) => {
      const at = script.indexOf(BY_HAND);
      if (at !== -1 && isLast()) {
        await connection.run(`${script.slice(0, at)}\n${DIES}\n${script.slice(at)}`);
        return;
      }
      await connection.run(isLast() ? `${script};\n${DIES}` : script);
    },
    rows: async (statement, values) => {
      if (isLast()) await connection.run(DIES);
      return connection.rows(statement, values);
    },
  };
  const died = await migrate(dying).then(
    () => false,
    () => true,
  );
  await client.end().catch(() => undefined);
  return died;
}

/** Brings a database up to date that an upgrade died in, and looks whether everything is there. */
async function expectWhole(url: string, { entries }: Version): Promise<void> {
  const database = await openDatabase({ kind: "server", url });
  const { length } = entries;
  expect(await verifyLedger(database, caller.tenantId)).toMatchObject({ length, fault: null });
  await append({ entries: [planned()], cards: [] }, caller, database);
  expect(await verifyLedger(database, caller.tenantId)).toMatchObject({
    ...{ length: length + 1, fault: null },
  });
  await database.close();
}

it("An upgrade from the first version that is killed at any of its statements is gone on with", async () => {
  const [first] = VERSIONS;
  const template = await oldServerUrl(first);
  let kills = 0;
  for (;;) {
    const url = await copyOf(template);
    if (!(await migrateUntil(url, kills + 1))) break;
    kills += 1;
    await expectWhole(url, first);
  }
  expect(kills).toBeGreaterThanOrEqual(20);
});

async function copyOf(template: string): Promise<string> {
  const [from, copy] = [new URL(template), new URL(template)];
  copy.pathname = `${from.pathname}_${servers.length}`;
  const admin = new URL(template);
  admin.pathname = "/postgres";
  const name = copy.pathname.slice(1);
  await asOwner(admin.href, `CREATE DATABASE ${name} TEMPLATE ${from.pathname.slice(1)}`);
  const drop = async () => {
    await asOwner(admin.href, `DROP DATABASE ${name} WITH (FORCE)`);
  };
  servers.push({ url: copy.href, drop });
  return copy.href;
}

it.each([...VERSIONS.slice(1), BEFORE_CHECKPOINTS])(
  "The data of $name survive an upgrade that is killed again and again",
  async (version) => {
    const url = await oldServerUrl(version);
    for (let dies = 1; await migrateUntil(url, dies); dies += 1);
    await expectWhole(url, version);
  },
);
