import { answering } from "@/app/api/handle-request";
import { callerOf, requireRole } from "@/lib/ledger/caller";
import { currentPolicy } from "@/lib/ledger/policy";

/** The policy that holds in the caller's own tenant. */
export function GET(request: Request): Promise<Response> {
  return answering(async () => {
    const caller = await callerOf(request);
    requireRole(caller, "Governance.Reader");
    return currentPolicy(caller);
  });
}
