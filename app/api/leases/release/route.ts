import { answering, parseBody } from "@/app/api/handle-request";
import { leaseRequest } from "@/lib/contract/lease";
import { callerOf } from "@/lib/ledger/caller";
import { releaseLease } from "@/lib/ledger/leases";

/** Ends the lease of a plan before it lapses. */
export function POST(request: Request): Promise<Response> {
  return answering(async () => {
    const caller = await callerOf(request);
    return releaseLease(await parseBody(request, leaseRequest), caller);
  });
}
