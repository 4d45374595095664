import type { Prisma } from "@/prisma/generated/client";
import type { Database } from "./database";
import { LedgerError } from "./ledger-error";

/** Runs work in one transaction in which the database shows this tenant's rows and no other's. */
export async function inTenant<Result>(
  { prisma }: Database,
  tenantId: string,
  work: (transaction: Prisma.TransactionClient) => Promise<Result>,
): Promise<Result> {
  try {
    return await prisma.$transaction(async (transaction) => {
      await transaction.$executeRaw`SELECT set_config('guestlist.tenant', ${tenantId}, true)`;
      return await work(transaction);
    });
  } catch (error) {
    if (error instanceof LedgerError) throw error;
    throw new LedgerError("unavailable", "The ledger cannot be reached.", null, { cause: error });
  }
}
