import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll } from "vitest";
import { entriesRequest, type NewEntry } from "@/lib/contract/entries";
import { append } from "@/lib/ledger/append";
import type { Caller } from "@/lib/ledger/caller";
import { openDatabase, type Database } from "@/lib/ledger/database";

/** A database of its own for one test file: nothing that was recorded can be cleaned away. */
export interface FreshDatabase {
  /** Of an account that may do everything. */
  readonly url: string;
  drop(): Promise<void>;
}

/** Makes an empty database on the server that scripts/with-postgres.mjs started. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const server = process.env.TEST_DATABASE_URL;
  if (server === undefined) {
    throw new Error(
      "Run these tests by: node scripts/with-postgres.mjs vitest run --project ledger",
    );
  }
  const name = `guestlist_${randomBytes(8).toString("hex")}`;
  await onServer(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: () => onServer(server, `DROP DATABASE ${name} WITH (FORCE)`),
  };
}

/** A migrated ledger in a database of its own. */
export async function freshLedger(): Promise<FreshDatabase & { readonly database: Database }> {
  const fresh = await freshDatabase();
  const database = await openDatabase({ kind: "server", url: fresh.url });
  const drop = async () => {
    await database.close();
    await fresh.drop();
  };
  return { url: fresh.url, database, drop };
}

/** A ledger for all tests of the file that calls this, and the recording of entries in it. */
export function ledgerOfFile() {
  let fresh: Awaited<ReturnType<typeof freshLedger>> | undefined;
  beforeAll(async () => {
    fresh = await freshLedger();
  });
  afterAll(() => fresh?.drop());
  const opened = () => {
    if (fresh === undefined) throw new Error("The ledger is there once the tests run.");
    return fresh;
  };
  const database = () => opened().database;
  const url = () => opened().url;
  const record = (caller: Caller, ...entries: NewEntry[]) =>
    append(entriesRequest.parse({ entries, cards: [] }), caller, database());
  return { database, url, record };
}

/** Runs statements on one connection as the account of the URL, and gives the last one's rows. */
export async function asOwner(
  url: string,
  ...statements: readonly string[]
): Promise<readonly Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  // What breaks a statement rejects it. A line that a test cuts while it is being closed breaks nothing any more.
  client.on("error", () => undefined);
  await client.connect();
  try {
    let rows: readonly Record<string, unknown>[] = [];
    for (const statement of statements) {
      rows = (await client.query<Record<string, unknown>>(statement)).rows;
    }
    return rows;
  } finally {
    await client.end();
  }
}

async function onServer(url: string, statement: string): Promise<void> {
  await asOwner(url, statement);
}
