import { Client, Pool } from "pg";
import { APP_ROLE } from "./app-role";
import type { OpenPool } from "./embedded-database";
import { LedgerError } from "./ledger-error";
import { migrate } from "./migrate";

const CONNECT_TIMEOUT_MS = 5_000;

/** Migrates a PostgreSQL server as the account of the URL, then connects to it under the program's own role. */
export async function openServer(url: string): Promise<OpenPool> {
  await migrateServer(url);
  const pool = new Pool({
    connectionString: url,
    // Prisma's adapter ignores the offset of a timestamptz, so the session has to be in UTC.
    options: `-c role=${APP_ROLE} -c TimeZone=UTC`,
    max: 10,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 30_000,
  });
  const lost = (error: Error) => {
    console.error("A connection to the database was lost.", error);
  };
  pool.on("error", lost);
  // Nobody listens to a connection between its making and its first query: an error then would end the process.
  pool.on("connect", (client) => client.on("error", lost));
  const close = () => pool.end();
  try {
    await refuseOtherRole(pool);
  } catch (error) {
    await close();
    throw error;
  }
  return { pool, close };
}

async function migrateServer(url: string): Promise<void> {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  });
  await client.connect();
  try {
    await migrate({
      run: async (script) => {
        await client.query(script);
      },
      rows: async (statement, values = []) =>
        (await client.query<Record<string, unknown>>(statement, [...values])).rows,
    });
  } finally {
    await client.end();
  }
}

/** Options in the URL, or a pooler between, can take ours away: then the database would not guard the ledger. */
async function refuseOtherRole(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ role: string; zone: string }>(
    `SELECT current_user::text AS "role", current_setting('TimeZone') AS "zone"`,
  );
  const [session] = rows;
  if (session?.role !== APP_ROLE || session.zone !== "UTC") {
    throw new LedgerError(
      "unavailable",
      `DATABASE_URL must let sessions begin with "-c role=${APP_ROLE} -c TimeZone=UTC": leave "options" out of it, and connect to the server itself.`,
    );
  }
}
