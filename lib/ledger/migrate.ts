import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { LedgerError } from "./ledger-error";

/** One connection, on which nothing else runs meanwhile. */
export interface MigrationConnection {
  /** Runs a script of several statements. */
  run(script: string): Promise<void>;
  /** Runs one statement and gives its rows. */
  rows(statement: string, values?: readonly unknown[]): Promise<readonly Record<string, unknown>[]>;
}

interface Migration {
  readonly name: string;
  readonly script: string;
  readonly checksum: string;
}

/** The key that Prisma's own `migrate` locks: ours and theirs wait for each other. */
const LOCK = 72707369;

/** Prisma's own bookkeeping, so that `prisma migrate status` and `deploy` work on the same database. */
const BOOKKEEPING = `CREATE TABLE "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`;

/** Applies the migrations that this database lacks, each in a transaction of its own; gives their names. */
export async function migrate(
  connection: MigrationConnection,
  folder = join(process.cwd(), "prisma", "migrations"),
): Promise<readonly string[]> {
  const migrations = await readMigrations(folder);
  await connection.rows("SELECT pg_advisory_lock($1)::text", [LOCK]);
  try {
    const [found] = await connection.rows(
      `SELECT to_regclass('_prisma_migrations')::text AS "table"`,
    );
    if (found?.table === null) await connection.run(BOOKKEEPING);
    const applied = await connection.rows(
      `SELECT "migration_name", "checksum", "finished_at" FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL`,
    );
    const missing = migrationsToApply(migrations, applied);
    for (const migration of missing) await apply(connection, migration);
    return missing.map(({ name }) => name);
  } finally {
    await connection.rows("SELECT pg_advisory_unlock($1)", [LOCK]);
  }
}

async function readMigrations(folder: string): Promise<readonly Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const bytes = await readFile(join(folder, name, "migration.sql"));
      const checksum = createHash("sha256").update(bytes).digest("hex");
      return { name, script: bytes.toString("utf8"), checksum };
    }),
  );
}

function migrationsToApply(
  migrations: readonly Migration[],
  applied: readonly Record<string, unknown>[],
): readonly Migration[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  const done = new Set<string>();
  for (const row of applied) {
    const name = String(row.migration_name);
    const migration = known.get(name);
    if (row.finished_at === null) throw refusal(name, "ended halfway: repair the database first");
    if (migration === undefined)
      throw refusal(name, "is applied, but this program is too old to know it");
    if (migration.checksum !== row.checksum)
      throw refusal(name, "was edited after it had been applied");
    done.add(name);
  }
  return migrations.filter(({ name }) => !done.has(name));
}

function refusal(name: string, what: string): LedgerError {
  return new LedgerError("unavailable", `Migration ${name} ${what}.`);
}

async function apply(connection: MigrationConnection, migration: Migration): Promise<void> {
  await connection.run("BEGIN");
  try {
    await connection.run(migration.script);
    await connection.rows(
      `INSERT INTO "_prisma_migrations" ("id", "checksum", "finished_at", "migration_name", "applied_steps_count")
       VALUES ($1, $2, now(), $3, 1)`,
      [randomUUID(), migration.checksum, migration.name],
    );
    await connection.run("COMMIT");
  } catch (error) {
    await connection.run("ROLLBACK");
    throw new LedgerError("unavailable", `Migration ${migration.name} failed.`, null, {
      cause: error,
    });
  }
}
