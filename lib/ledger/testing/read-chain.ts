import type { Database } from "@/lib/ledger/database";
import type { StoredEntry } from "@/lib/ledger/stored-entry";
import { readEntries } from "@/lib/ledger/verify/verify-ledger";

/** A tenant's whole chain as it is stored, in its order. */
export async function readChain(
  database: Database,
  tenant: string,
): Promise<readonly StoredEntry[]> {
  const chain: StoredEntry[] = [];
  for await (const entry of readEntries(database, tenant)) chain.push(entry);
  return chain;
}
