import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterEach, beforeEach, expect, it } from "vitest";
import { append } from "./append";
import { openDatabase } from "./database";
import { migrate } from "./migrate";
import { asOwner, freshDatabase, type FreshDatabase } from "./testing/fresh-database";
import { planned, somebody } from "./testing/requests";

const MIGRATIONS = join(process.cwd(), "prisma", "migrations");
const NAMES = [
  "0001_ledger",
  "0002_intents",
  "0003_leases",
  "0004_operations",
  "0005_sent_until",
  "0006_operation_state",
  "0007_checkpoints",
  "0008_erasing",
  "0009_guards",
];
let fresh: FreshDatabase;
let folder: string;

beforeEach(async () => {
  fresh = await freshDatabase();
  folder = mkdtempSync(join(tmpdir(), "guestlist-migrations-"));
  cpSync(MIGRATIONS, folder, { recursive: true });
});

afterEach(async () => {
  rmSync(folder, { recursive: true });
  await fresh.drop();
});

async function migrateOnce(from = folder, url = fresh.url): Promise<readonly string[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await migrate(
      {
        run: async (script) => {
          await client.query(script);
        },
        rows: async (statement, values = []) =>
          (await client.query<Record<string, unknown>>(statement, [...values])).rows,
      },
      from,
    );
  } finally {
    await client.end();
  }
}

function addMigration(name: string, script: string): void {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, "migration.sql"), script);
}

it("An empty database gets every migration, a migrated one nothing", async () => {
  expect(await migrateOnce()).toEqual(NAMES);
  expect(await migrateOnce()).toEqual([]);
});

it("Five at once apply each migration once", async () => {
  const applied = await Promise.all(Array.from({ length: 5 }, () => migrateOnce()));
  expect(applied.flat()).toEqual(NAMES);
});

it("Prisma's own tools find the bookkeeping they would have written", async () => {
  await migrateOnce();
  const checksumOf = (name: string) =>
    createHash("sha256").update(readFileSync(join(MIGRATIONS, name, "migration.sql")));
  const rows = await asOwner(fresh.url, `SELECT * FROM _prisma_migrations ORDER BY migration_name`);
  expect(rows).toEqual(
    NAMES.map((name) => ({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown,
      checksum: checksumOf(name).digest("hex"),
      finished_at: expect.any(Date) as unknown,
      migration_name: name,
      logs: null,
      rolled_back_at: null,
      started_at: expect.any(Date) as unknown,
      applied_steps_count: 1,
    })),
  );
  const columns = await asOwner(
    fresh.url,
    `SELECT column_name, data_type, character_maximum_length AS length, is_nullable, column_default
     FROM information_schema.columns WHERE table_name = '_prisma_migrations' ORDER BY ordinal_position`,
  );
  expect(columns.map((column) => Object.values(column).join(" ").trim())).toEqual([
    "id character varying 36 NO",
    "checksum character varying 64 NO",
    "finished_at timestamp with time zone  YES",
    "migration_name character varying 255 NO",
    "logs text  YES",
    "rolled_back_at timestamp with time zone  YES",
    "started_at timestamp with time zone  NO now()",
    "applied_steps_count integer  NO 0",
  ]);
});

it("A later migration is applied alone, in the order of the names", async () => {
  await migrateOnce();
  addMigration("9002_third", "CREATE TABLE third AS SELECT * FROM second");
  addMigration("9001_second", "CREATE TABLE second (id int)");
  expect(await migrateOnce()).toEqual(["9001_second", "9002_third"]);
});

it("A migration that fails leaves nothing behind, and the next start tries it again", async () => {
  addMigration("9001_bad", "CREATE TABLE half (id int); SELECT 1 / 0;");
  await expect(migrateOnce()).rejects.toThrow("Migration 9001_bad failed.");
  const [row] = await asOwner(
    fresh.url,
    `SELECT to_regclass('half') AS half, (SELECT count(*)::int FROM _prisma_migrations) AS n`,
  );
  expect(row).toEqual({ half: null, n: NAMES.length });
  addMigration("9001_bad", "CREATE TABLE half (id int)");
  expect(await migrateOnce()).toEqual(["9001_bad"]);
});

it("An edited migration stops the start", async () => {
  await migrateOnce();
  addMigration("0001_ledger", "-- edited");
  await expect(migrateOnce()).rejects.toThrow("Migration 0001_ledger was edited");
});

it("A database of a newer program stops the start", async () => {
  addMigration("9001_newer", "SELECT 1");
  await migrateOnce();
  await expect(migrateOnce(MIGRATIONS)).rejects.toThrow("Migration 9001_newer is applied, but");
});

it("A migration that another tool left halfway stops the start", async () => {
  await migrateOnce();
  await asOwner(fresh.url, `UPDATE _prisma_migrations SET finished_at = NULL`);
  await expect(migrateOnce()).rejects.toThrow("Migration 0001_ledger ended halfway");
});

it("An account that is no superuser can own the ledger, and row security binds it too", async () => {
  const name = `owner_${Date.now()}`;
  await asOwner(
    fresh.url,
    `CREATE ROLE ${name} LOGIN CREATEROLE`,
    `ALTER DATABASE ${new URL(fresh.url).pathname.slice(1)} OWNER TO ${name}`,
  );
  // The role was made by somebody else, who made this account a member of it.
  await asOwner(
    fresh.url,
    `DO $$ BEGIN CREATE ROLE guestlist_app NOLOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$`,
    `GRANT guestlist_app TO ${name}`,
  );
  const url = new URL(fresh.url);
  url.username = name;
  const database = await openDatabase({ kind: "server", url: url.href });
  await append({ entries: [planned()], cards: [] }, somebody(), database);
  await database.close();
  expect(await asOwner(url.href, `SELECT * FROM entry`)).toEqual([]);
  expect(await asOwner(fresh.url, `SELECT seq FROM entry`)).toEqual([{ seq: "1" }]);
  await asOwner(
    fresh.url,
    `REASSIGN OWNED BY ${name} TO postgres`,
    `DROP OWNED BY ${name}`,
    `DROP ROLE ${name}`,
  );
});

it("A URL that takes the program's role away is refused", async () => {
  const url = new URL(fresh.url);
  url.searchParams.set("options", "-c TimeZone=UTC");
  await expect(openDatabase({ kind: "server", url: url.href })).rejects.toMatchObject({
    kind: "unavailable",
    message: expect.stringContaining("guestlist_app") as unknown,
  });
});
