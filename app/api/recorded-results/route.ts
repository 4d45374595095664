import { answering, parseQuery } from "@/app/api/handle-request";
import { recordedResultsRequest } from "@/lib/contract/recorded-results";
import { callerOf, requireRole } from "@/lib/ledger/caller";
import { recordedResults } from "@/lib/ledger/recorded-results";

/** How much of these reviews is in the history of the caller's own tenant. */
export function GET(request: Request): Promise<Response> {
  return answering(async () => {
    const caller = await callerOf(request);
    requireRole(caller, "Governance.Reader");
    return recordedResults(parseQuery(request, recordedResultsRequest).reviews, caller);
  });
}
