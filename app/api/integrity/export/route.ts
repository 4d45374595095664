import { answering } from "@/app/api/handle-request";
import { callerOf, requireRole } from "@/lib/ledger/caller";
import { database } from "@/lib/ledger/database";
import { exportLedger } from "@/lib/ledger/export/export-ledger";

/** The caller's own tenant's whole history, a line of JSON each, as docs/export-format.md has it. */
export function GET(request: Request): Promise<Response> {
  return answering(async () => {
    const caller = await callerOf(request);
    requireRole(caller, "Governance.Reader");
    const lines = exportLedger(await database(), caller.tenantId);
    return streamOf(lines);
  });
}

/** Lines as they are asked for; a failure midway breaks the line off, and the end that is missing shows it. */
function streamOf(lines: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const next: IteratorResult<string, unknown> = await lines.next();
      if (next.done === true) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
    async cancel() {
      await lines.return(undefined);
    },
  });
}
