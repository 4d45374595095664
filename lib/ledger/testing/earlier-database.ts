import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { type Database, openDatabase } from "@/lib/ledger/database";
import { migrate, type MigrationConnection } from "@/lib/ledger/migrate";
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
} from "./earlier-chain";
import { freshDatabase, type FreshDatabase } from "./fresh-database";
import { somebody } from "./requests";

export const caller = somebody();
export const block = earlierDecision();
export const unblock = earlierDecision("unblock");
/** Nothing is known of it; and it was written before ids were spelled in one way. */
export const open = inCapitals(earlierDecision());
export const create = earlierIntent();

function inCapitals(entry: EarlierEntry): EarlierEntry {
  const decision = entry.body.decision as { readonly guestId: string };
  return { ...entry, body: { decision: { ...decision, guestId: decision.guestId.toUpperCase() } } };
}

/** What each earlier version of the program left behind, by the migrations that it had. */
export const VERSIONS = [
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

export interface Version {
  readonly migrations: readonly string[];
  readonly entries: readonly EarlierEntry[];
}

export async function leaveOldData(
  connection: MigrationConnection,
  version: Version,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "guestlist-version-"));
  const migrations = join(folder, "migrations");
  for (const name of version.migrations) {
    cpSync(join(process.cwd(), "prisma", "migrations", name), join(migrations, name), {
      recursive: true,
    });
  }
  await migrate(connection, migrations);
  rmSync(folder, { recursive: true });
  const hasSubjects = version.migrations.length > 1;
  const hasOperations = version.migrations.length > 3;
  const shape = { hasSubjects, hasOperations, guestName: GUEST };
  await leaveEarlierChain(connection, caller, version.entries, shape);
}

export const GUEST = "Ada of Partner";

const servers: FreshDatabase[] = [];

/** Drops the databases that were made since. */
export async function dropServers(): Promise<void> {
  for (const server of servers.splice(0)) await server.drop();
}

/** Has a database dropped with the others. */
export function dropLater(server: FreshDatabase): void {
  servers.push(server);
}

export async function oldServer(version: Version): Promise<Database> {
  return openDatabase({ kind: "server", url: await oldServerUrl(version) });
}

export async function oldServerUrl(version: Version): Promise<string> {
  const server = await freshDatabase();
  servers.push(server);
  const { client, connection } = await connectTo(server.url);
  await leaveOldData(connection, version);
  await client.end();
  return server.url;
}

export async function connectTo(url: string) {
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

export const operation = earlierOperation();
export const resulted = earlierResult("Has left Partner");
export const BEFORE_CHECKPOINTS = {
  name: "the version with operations",
  migrations: [
    ...["0001_ledger", "0002_intents", "0003_leases", "0004_operations", "0005_sent_until"],
  ],
  entries: [block, earlierOutcome(block), operation, earlierOperationOutcome(operation), resulted],
};
