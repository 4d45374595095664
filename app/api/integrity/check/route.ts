import { answering, parseBody } from "@/app/api/handle-request";
import { checkRequest } from "@/lib/contract/integrity";
import { callerOf, requireRole } from "@/lib/ledger/caller";
import { checkIntegrity } from "@/lib/ledger/integrity";

/** Reads the caller's own tenant's whole history and says whether it is as it was recorded. */
export function POST(request: Request): Promise<Response> {
  return answering(async () => {
    const caller = await callerOf(request);
    requireRole(caller, "Governance.Reader");
    return checkIntegrity(await parseBody(request, checkRequest), caller);
  });
}
