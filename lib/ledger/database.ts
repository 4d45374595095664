import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { type CheckpointSettings, settings, type DatabaseSettings } from "@/lib/config/settings";
import { PrismaClient } from "@/prisma/generated/client";
import { openEmbedded } from "./embedded-database";
import { openServer } from "./server-database";

/** An open, migrated database under the program's own role. */
export interface Database {
  readonly prisma: PrismaClient;
  /** How what is recorded in it is signed; null where it is not. */
  readonly checkpoints: CheckpointSettings | null;
  /** Aborted when it is closed. */
  readonly closing: AbortSignal;
  readonly close: () => Promise<void>;
}

/** Opens a database and brings its schema up to date. */
export async function openDatabase(
  from: DatabaseSettings,
  checkpoints: CheckpointSettings | null = null,
): Promise<Database> {
  const { pool, close } =
    from.kind === "server" ? await openServer(from.url) : await openEmbedded(from.directory);
  const prisma = new PrismaClient({
    adapter: new PrismaPg(pool),
    transactionOptions: { maxWait: 10_000, timeout: 20_000 },
  });
  const closing = new AbortController();
  return {
    prisma,
    checkpoints,
    closing: closing.signal,
    close: async () => {
      closing.abort();
      await prisma.$disconnect();
      await close();
    },
  };
}

/** Where a process keeps its one database: a module may be loaded twice, the embedded database never. */
const processGlobals = globalThis as typeof globalThis & {
  guestlistDatabase?: Promise<Database> | undefined;
};

/** The database of this process, opened by the first call; after a failure the next call tries again. */
export function database(): Promise<Database> {
  processGlobals.guestlistDatabase ??= openConfigured().catch((error: unknown) => {
    processGlobals.guestlistDatabase = undefined;
    throw error;
  });
  return processGlobals.guestlistDatabase;
}

function openConfigured(): Promise<Database> {
  const { database: from, checkpoints } = settings();
  return openDatabase(from, checkpoints);
}

/** Longest that the database may take to answer whether it is there, in milliseconds. */
const ANSWER_TIMEOUT = 5_000;

/** Whether the database of this process answers a query in time. */
export async function databaseAnswers(): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, ANSWER_TIMEOUT, false);
  });
  const inTime = database()
    .then(({ prisma }) => prisma.$queryRaw`SELECT 1`)
    .then(
      () => true,
      () => false,
    );
  const answers = await Promise.race([inTime, late]);
  clearTimeout(timer);
  return answers;
}

/** Closes the database of this process, if it was ever opened. */
export async function closeDatabase(): Promise<void> {
  const opened = processGlobals.guestlistDatabase;
  processGlobals.guestlistDatabase = undefined;
  await (await opened)?.close();
}
