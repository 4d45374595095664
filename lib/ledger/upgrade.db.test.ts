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
import { freshDatabase, type FreshDatabase } from "./testing/fresh-database";
import { readChain } from "./testing/read-chain";
import {
  type EarlierEntry,
  earlierDecision,
  earlierIntent,
  earlierOutcome,
  earlierPolicy,
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
  await leaveEarlierChain(connection, caller, version.entries, { hasSubjects, guestName: GUEST });
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
  const server = await freshDatabase();
  servers.push(server);
  const client = new Client({ connectionString: server.url });
  await client.connect();
  const run = async (script: string) => {
    await client.query(script);
  };
  const rows: MigrationConnection["rows"] = async (statement, values = []) =>
    (await client.query<Record<string, unknown>>(statement, [...values])).rows;
  await leaveOldData({ run, rows }, version);
  await client.end();
  return openDatabase({ kind: "server", url: server.url });
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
