import { answering } from "@/app/api/handle-request";
import { callerOf, requireRole } from "@/lib/ledger/caller";
import { signNow } from "@/lib/ledger/integrity";

/** Signs what the caller's own tenant's history is now. */
export function POST(request: Request): Promise<Response> {
  return answering(async () => {
    const caller = await callerOf(request);
    requireRole(caller, "Governance.Operator");
    return { checkpoint: await signNow(caller) };
  });
}
