import { newestInFolder } from "../checkpoints/checkpoint-folder";
import { readKeptCheckpoint } from "../checkpoints/kept-checkpoint";
import type { Database } from "../database";
import { invalid, LedgerError } from "../ledger-error";
import type { Trusted, VerifiedLedger } from "./ledger-verifier";
import { verifyLedger } from "./verify-ledger";

/**
 * Checks one tenant's history as it is stored, and compares it with the newest checkpoint that a folder keeps; null
 * where checkpoints go to none. A checkpoint in the folder that says nothing of this history is a fault of its own.
 */
export async function verifyWithFolder(
  of: Database,
  tenant: string,
  { keys, keptCheckpoints }: Trusted,
  folder: string | null,
): Promise<VerifiedLedger> {
  const newest = folder === null ? null : await newestInFolder(folder, tenant);
  if (newest === null) return verifyLedger(of, tenant, { keys, keptCheckpoints });
  try {
    const read = readKeptCheckpoint(newest.note, tenant, keys);
    if (!newest.name.startsWith(String(read.size).padStart(15, "0"))) {
      throw invalid("It covers another number of entries than its name says.", "checkpoint");
    }
    return await verifyLedger(of, tenant, { keys, keptCheckpoints: [...keptCheckpoints, read] });
  } catch (error) {
    if (!(error instanceof LedgerError) || error.field !== "checkpoint") throw error;
    const verified = await verifyLedger(of, tenant, { keys, keptCheckpoints });
    const fault = { in: "folder", name: newest.name, because: error.message } as const;
    return { ...verified, fault: verified.fault ?? fault };
  }
}
