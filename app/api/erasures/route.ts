import { answering, parseBody, parseQuery } from "@/app/api/handle-request";
import { erasurePreviewRequest, erasureRequest } from "@/lib/contract/erasures";
import { callerOf, requireRole } from "@/lib/ledger/caller";
import { database } from "@/lib/ledger/database";
import { erasePerson, previewErasure } from "@/lib/ledger/erase-person";

/** What is kept of a person, and would go. */
export function GET(request: Request): Promise<Response> {
  return answering(async () => {
    const caller = await callerOf(request);
    requireRole(caller, "Governance.Administrator");
    const { person } = parseQuery(request, erasurePreviewRequest);
    return previewErasure(await database(), caller.tenantId, person.toLowerCase());
  });
}

/** Takes a person's names, mails and texts away, and records that. */
export function POST(request: Request): Promise<Response> {
  return answering(async () => {
    const caller = await callerOf(request);
    requireRole(caller, "Governance.Administrator");
    const erasure = await parseBody(request, erasureRequest);
    const { tenantId: tenant, userId: subjectId, name: displayName, username: mail } = caller;
    return erasePerson(await database(), erasure, {
      tenant,
      actor: { subjectId, displayName, mail },
      through: "page",
    });
  });
}
