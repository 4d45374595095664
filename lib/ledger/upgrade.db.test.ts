import { randomUUID } from "node:crypto";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { append } from "./append";
import { openDatabase, type Database } from "./database";
import { history } from "./history";
import type { HistoryFilter } from "./history-query";
import type { MigrationConnection } from "./migrate";
import {
  BEFORE_CHECKPOINTS,
  block,
  caller,
  create,
  dropServers,
  GUEST,
  leaveOldData,
  oldServer,
  open,
  operation,
  resulted,
  unblock,
  type Version,
  VERSIONS,
} from "./testing/earlier-database";
import { readChain } from "./testing/read-chain";
import { carriedOut, planned } from "./testing/requests";
import { verifyLedger } from "./verify/verify-ledger";

const folder = mkdtempSync(join(tmpdir(), "guestlist-upgrade-"));

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await dropServers();
});

function once<Made>(make: () => Promise<Made>): () => Promise<Made> {
  let made: Promise<Made> | undefined;
  return () => (made ??= make());
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
    expect(await verifyLedger(database, caller.tenantId)).toMatchObject({ fault: null, length });
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
    expect(await verifyLedger(database, caller.tenantId)).toMatchObject({
      fault: null,
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
