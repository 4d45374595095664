import { answering, parseBody } from "@/app/api/handle-request";
import { leaseRequest } from "@/lib/contract/lease";
import { callerOf } from "@/lib/ledger/caller";
import { acquireLease } from "@/lib/ledger/leases";

/** Gives the lease of a plan, or renews it: one runs or resolves a plan at a time. */
export function POST(request: Request): Promise<Response> {
  return answering(async () => {
    const caller = await callerOf(request);
    return acquireLease(await parseBody(request, leaseRequest), caller);
  });
}
