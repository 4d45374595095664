import { answering, parseQuery } from "@/app/api/handle-request";
import { historyRequest } from "@/lib/contract/history";
import { callerOf, requireRole } from "@/lib/ledger/caller";
import { history } from "@/lib/ledger/history";

/** A page of the history of the caller's own tenant. */
export function GET(request: Request): Promise<Response> {
  return answering(async () => {
    const caller = await callerOf(request);
    requireRole(caller, "Governance.Reader");
    return history(parseQuery(request, historyRequest), caller);
  });
}
