import { Prisma } from "@/prisma/generated/client";
import type { Database } from "./database";
import { LedgerError } from "./ledger-error";

/** How often a transaction is begun at most that the database breaks off for another one's sake. */
const MOST_TRIES = 5;
/** The pause before another try, in milliseconds, is up to this long, and twice as long each time. */
const FIRST_PAUSE = 10;

/**
 * Runs work in one transaction in which the database shows this tenant's rows and no other's. Each statement sees what
 * is committed when it begins, whatever the database's default is: who has waited for the chain's lock sees what was
 * recorded meanwhile. What the database breaks off for another transaction's sake is run again from its beginning, so
 * work must do nothing outside of the transaction.
 */
export async function inTenant<Result>(
  { prisma }: Database,
  tenantId: string,
  work: (transaction: Prisma.TransactionClient) => Promise<Result>,
): Promise<Result> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await prisma.$transaction(
        async (transaction) => {
          await transaction.$executeRaw`SELECT set_config('guestlist.tenant', ${tenantId}, true)`;
          return await work(transaction);
        },
        { isolationLevel: Prisma.TransactionIsolationLevel.ReadCommitted },
      );
    } catch (error) {
      if (error instanceof LedgerError) throw error;
      if (tried < MOST_TRIES && isBrokenOff(error)) {
        await pause(Math.random() * FIRST_PAUSE * 2 ** tried);
        continue;
      }
      throw new LedgerError("unavailable", "The history is not available.", null, { cause: error });
    }
  }
}

/** Serialization failures and deadlocks (postgresql.org/docs/current/mvcc-serialization-failure-handling.html). */
const BROKEN_OFF = ["40001", "40P01"];
/** What Prisma makes of them. */
const WRITE_CONFLICT = "P2034";

function isBrokenOff(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  const text = JSON.stringify(error.meta ?? {});
  return error.code === WRITE_CONFLICT || BROKEN_OFF.some((code) => text.includes(`"${code}"`));
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
