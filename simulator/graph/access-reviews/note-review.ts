import type { Definition } from "../../state/access-reviews/rows.ts";
import { recordAudit } from "../audit.ts";
import type { Call } from "../endpoint.ts";

interface Noted {
  /** In the audit log, for example `Create access review`. */
  activity: string;
  operationType: "Add" | "Update" | "Delete";
  /** In the effect log, for example `review-created`. */
  kind: string;
  definition: Definition;
  /** What was changed, where it is not the definition itself. */
  targetId?: string;
  details?: Readonly<Record<string, string>>;
}

/** Writes a change of a review into the audit log and the effect log. */
export function noteReview(call: Call, noted: Noted): void {
  const { definition } = noted;
  recordAudit(call, {
    activity: noted.activity,
    category: "UserManagement",
    operationType: noted.operationType,
    loggedByService: "Access Reviews",
    targets: [
      {
        id: definition.id,
        displayName: String(definition.shown.displayName),
        type: "AccessReview",
        userPrincipalName: null,
        modifiedProperties: [],
      },
    ],
    additionalDetails: Object.entries(noted.details ?? {}).map(([key, value]) => ({ key, value })),
  });
  call.tenant.directory.noteEffect({
    actorId: call.caller.userId,
    method: call.method,
    path: call.path,
    kind: noted.kind,
    targetId: noted.targetId ?? definition.id,
  });
}
