import { answering, parseQuery } from "@/app/api/handle-request";
import { proofRequest } from "@/lib/contract/integrity";
import { callerOf, requireRole } from "@/lib/ledger/caller";
import { proveEntry } from "@/lib/ledger/checkpoints/proofs";
import { database } from "@/lib/ledger/database";

/** What shows an outsider that one entry is in the caller's own tenant's history, and nothing of any other entry. */
export function GET(request: Request): Promise<Response> {
  return answering(async () => {
    const caller = await callerOf(request);
    requireRole(caller, "Governance.Reader");
    const { entry } = parseQuery(request, proofRequest);
    return { proof: await proveEntry(await database(), caller.tenantId, entry.toLowerCase()) };
  });
}
