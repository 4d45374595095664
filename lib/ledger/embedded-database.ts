import { mkdirSync, realpathSync } from "node:fs";
import { PGlite } from "@electric-sql/pglite";
import { createPgConfig } from "@electric-sql/pglite/node-postgres";
import { Pool, type PoolConfig } from "pg";
import { APP_ROLE } from "./app-role";
import { lockDirectory } from "./directory-lock";
import { DurableNodeFS } from "./durable-node-fs";
import { migrate } from "./migrate";

/** A pool to a migrated database that already works under the program's own role. */
export interface OpenPool {
  readonly pool: Pool;
  readonly close: () => Promise<void>;
}

/** Opens the PostgreSQL that lives in this process, in a folder that no second process may open. */
export async function openEmbedded(folder: string): Promise<OpenPool> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const directory = realpathSync(folder);
  const unlock = await lockDirectory(directory);
  try {
    const database = await PGlite.create({
      fs: new DurableNodeFS(directory),
      startParams: durable(),
    });
    await prepare(database);
    const pool = new Pool(poolConfig(database));
    const close = async () => {
      await pool.end();
      await database.close();
      await unlock();
    };
    return { pool, close };
  } catch (error) {
    await unlock();
    throw error;
  }
}

/** Without `-F`, which switches syncing off; fdatasync does nothing in this build, fsync does. */
function durable(): string[] {
  const params = PGlite.defaultStartParams.filter((param) => param !== "-F");
  return [...params, "-c", "wal_sync_method=fsync"];
}

async function prepare(database: PGlite): Promise<void> {
  await migrate({
    run: async (script) => {
      await database.exec(script);
    },
    rows: async (statement, values = []) =>
      (await database.query<Record<string, unknown>>(statement, [...values])).rows,
  });
  await database.exec(`SET TIME ZONE 'UTC'; SET ROLE ${APP_ROLE}`);
}

/** Prisma's adapter sends type parsers where PGlite expects a list of parameter types. */
function poolConfig(database: PGlite): PoolConfig {
  const { connection, host, port, database: name, user, password } = createPgConfig(database);
  const parse = connection.parse.bind(connection);
  connection.parse = (query: { readonly types?: unknown }) => {
    parse({ ...query, types: Array.isArray(query.types) ? query.types : undefined });
  };
  const config = { connection, host, port, database: name, user, password };
  // Exactly one client: there is one connection, and it has to keep its role.
  return { ...config, max: 1, idleTimeoutMillis: 0 };
}
