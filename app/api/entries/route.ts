import { answering, parseBody } from "@/app/api/handle-request";
import { entriesRequest } from "@/lib/contract/entries";
import { append } from "@/lib/ledger/append";
import { callerOf } from "@/lib/ledger/caller";

/** Records operations, outcomes, results, policies and templates: all of a request, or nothing of it. */
export function POST(request: Request): Promise<Response> {
  return answering(async () => {
    const caller = await callerOf(request);
    return append(await parseBody(request, entriesRequest), caller);
  });
}
