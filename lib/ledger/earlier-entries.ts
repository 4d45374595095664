import type { Known } from "@/lib/domain/known";
import type { GuestOperationKind, Operation, OperationKind, Subject } from "@/lib/domain/operation";
import { type StoredRequest, requestFrom } from "./stored-request";

/**
 * Entries as they were written while decisions about guests and intents about everything else were two things. None is
 * written any more; each stays as it is, under its hash, and is shown as the operation that it records.
 */
export interface DecidedBody {
  readonly guestCard: string | null;
  readonly decision: {
    readonly id: string;
    readonly planId: string;
    readonly kind: GuestOperationKind;
    readonly guestId: string;
    readonly reason: string;
    readonly known: Known;
    readonly undoes: string | null;
  };
}

export interface IntendedBody {
  readonly guestCard: string | null;
  readonly intent: {
    readonly id: string;
    readonly planId: string;
    readonly kind: OperationKind;
    readonly subject: Subject;
    readonly guestId: string | null;
    readonly reason: string;
    readonly request: StoredRequest;
    readonly known: Known | null;
  };
}

/** The operation that an earlier entry records. */
export function operationFromEarlier(body: DecidedBody | IntendedBody): Operation {
  if ("decision" in body) {
    const { decision } = body;
    // Its request followed from its kind, and was not recorded.
    return { ...decision, subject: { type: "guest", id: decision.guestId }, steps: [] };
  }
  const { request, ...intent } = body.intent;
  const { id, kind } = intent;
  return { ...intent, undoes: null, steps: [{ id, name: kind, request: requestFrom(request) }] };
}
