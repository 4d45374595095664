import { answering } from "@/app/api/handle-request";
import { callerOf, requireRole } from "@/lib/ledger/caller";
import { integrity } from "@/lib/ledger/integrity";

/** How long the caller's own tenant's history is, and its checkpoints. */
export function GET(request: Request): Promise<Response> {
  return answering(async () => {
    const caller = await callerOf(request);
    requireRole(caller, "Governance.Reader");
    return integrity(caller);
  });
}
