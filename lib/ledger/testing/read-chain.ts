import { hexFromBytes } from "@/lib/ledger/bytes";
import type { Database } from "@/lib/ledger/database";
import type { Link } from "@/lib/ledger/hash-chain";
import { inTenant } from "@/lib/ledger/tenant-transaction";

/** A tenant's whole chain as it is stored, in its order. */
export function readChain(
  database: Database,
  tenant: string,
): Promise<readonly (Link & { readonly hash: string })[]> {
  return inTenant(database, tenant, async (transaction) => {
    const rows = await transaction.entry.findMany({ where: { tenant }, orderBy: { seq: "asc" } });
    return rows.map((row) => ({
      v: row.v,
      tenant: row.tenant,
      seq: Number(row.seq),
      id: row.id,
      kind: row.kind,
      recordedAt: row.recordedAt.getTime(),
      actorId: row.actorId,
      actorCard: hexFromBytes(row.actorCard),
      body: row.body,
      previous: hexFromBytes(row.previous),
      hash: hexFromBytes(row.hash),
    }));
  });
}
