import { ConfigError } from "@/lib/config/config-error";
import { settings } from "@/lib/config/settings";
import { scheduleOf } from "@/lib/ledger/checkpoints/checkpoint-schedule";
import { closeDatabase, database } from "@/lib/ledger/database";
import { LedgerError } from "@/lib/ledger/ledger-error";

/** Checks the settings and opens the database, or ends the process with a sentence that says what is wrong. */
export async function start(): Promise<void> {
  try {
    settings();
    const opened = await database();
    // What was recorded before the last stop may not be signed yet.
    await scheduleOf(opened).resume(settings().tenantId);
  } catch (error) {
    // Next would start all the same, and fail again on every request.
    console.error(sentenceFor(error));
    process.exit(1);
  }
  // With NEXT_MANUAL_SIG_HANDLE=true Next leaves the end of the process to us.
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, stop);
}

const LONGEST_STOP_MS = 10_000;
let stopping = false;

/** Lets what is being recorded end, closes the database, and ends; further signals change nothing. */
function stop(): void {
  if (stopping) return;
  stopping = true;
  setTimeout(() => {
    console.error("The database did not close in time.");
    process.exit(1);
  }, LONGEST_STOP_MS).unref();
  closeDatabase().then(
    () => process.exit(0),
    (error: unknown) => {
      console.error("The database did not close well.", error);
      process.exit(1);
    },
  );
}

function sentenceFor(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  const cause = error instanceof LedgerError ? error.cause : error;
  const because = cause instanceof Error ? ` ${cause.message}` : "";
  return error instanceof LedgerError
    ? `${error.message}${because}`
    : `The database cannot be opened.${because}`;
}
