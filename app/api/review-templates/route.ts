import { answering } from "@/app/api/handle-request";
import { callerOf, requireRole } from "@/lib/ledger/caller";
import { reviewTemplates } from "@/lib/ledger/review-templates";

/** The templates for reviews that the people of the caller's own tenant saved. */
export function GET(request: Request): Promise<Response> {
  return answering(async () => {
    const caller = await callerOf(request);
    requireRole(caller, "Governance.Reader");
    return reviewTemplates(caller);
  });
}
