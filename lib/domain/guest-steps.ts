import { isSameJson, type Json } from "./json";
import type { Known } from "./known";
import type { GuestOperationKind, Operation, OperationStep } from "./operation";

/**
 * The placeholder for a guest's mail address in a recorded request. The address is looked up right before sending and
 * never recorded, since nothing can be removed from the history.
 */
export const MAIL_OF_GUEST = "{mail of the guest}";

interface About {
  readonly operationId: string;
  readonly guestId: string;
  /** The tenant whose guest it is. */
  readonly tenantId: string;
  readonly mintId: () => string;
}

interface NewOperation {
  readonly kind: GuestOperationKind;
  readonly planId: string;
  readonly guestId: string;
  readonly known: Known;
  readonly undoes: string | null;
}

interface GivenByPlan {
  readonly reason: string;
  readonly tenantId: string;
  readonly mintId: () => string;
}

/** An operation on a guest's account, with the exact requests of its kind. */
export function newGuestOperation(
  { kind, planId, guestId, known, undoes }: NewOperation,
  { reason, tenantId, mintId }: GivenByPlan,
): Operation {
  const id = mintId();
  return {
    id,
    planId,
    kind,
    subject: { type: "guest", id: guestId },
    guestId,
    reason,
    known,
    undoes,
    steps: guestSteps(kind, { operationId: id, guestId, tenantId, mintId }),
  };
}

/** The exact requests of an operation on a guest's account; none to keep a guest. */
export function guestSteps(
  kind: GuestOperationKind,
  { operationId: id, guestId, tenantId, mintId }: About,
): readonly OperationStep[] {
  const user = `/users/${encodeURIComponent(guestId)}`;
  switch (kind) {
    case "keep":
      return [];
    // https://learn.microsoft.com/graph/api/user-update
    case "block":
      return [
        { id, name: kind, request: patch(user, { accountEnabled: false }) },
        // https://learn.microsoft.com/graph/api/user-revokesigninsessions
        { id: mintId(), name: "end-sessions", request: post(`${user}/revokeSignInSessions`) },
      ];
    case "unblock":
      return [{ id, name: kind, request: patch(user, { accountEnabled: true }) }];
    // https://learn.microsoft.com/graph/api/user-delete
    case "remove":
      return [{ id, name: kind, request: { method: "DELETE", path: user, body: null } }];
    // https://learn.microsoft.com/graph/api/directory-deleteditems-restore
    case "restore": {
      const path = `/directory/deletedItems/${encodeURIComponent(guestId)}/restore`;
      return [{ id, name: kind, request: post(path) }];
    }
    // https://learn.microsoft.com/graph/api/invitation-post
    case "resend": {
      const body = {
        invitedUserEmailAddress: MAIL_OF_GUEST,
        inviteRedirectUrl: `https://myapplications.microsoft.com/?tenantid=${tenantId}`,
        sendInvitationMessage: true,
      };
      return [{ id, name: kind, request: post("/invitations", body) }];
    }
  }
}

type NamedRequest = Pick<OperationStep, "name" | "request">;

/** Whether this is one of the requests that follow from a kind. */
export function isGuestStep(
  kind: GuestOperationKind,
  account: Pick<About, "guestId" | "tenantId">,
  step: NamedRequest,
): boolean {
  return requestsOf(kind, account).some((expected) => isSameRequest(expected, step));
}

/** Whether these are the requests that follow from a kind, in their order; a second try may have only the last ones. */
export function areGuestSteps(
  kind: GuestOperationKind,
  account: Pick<About, "guestId" | "tenantId">,
  steps: readonly NamedRequest[],
): boolean {
  const all = requestsOf(kind, account);
  const skipped = all.length - steps.length;
  return (
    skipped >= 0 &&
    steps.every((step, index) => {
      const expected = all[skipped + index];
      return expected !== undefined && isSameRequest(expected, step);
    })
  );
}

/** The requests without the ids of their steps. */
function requestsOf(
  kind: GuestOperationKind,
  account: Pick<About, "guestId" | "tenantId">,
): readonly NamedRequest[] {
  return guestSteps(kind, { ...account, operationId: "", mintId: () => "" });
}

function isSameRequest(one: NamedRequest, other: NamedRequest): boolean {
  return (
    one.name === other.name &&
    one.request.method === other.request.method &&
    one.request.path === other.request.path &&
    isSameJson(one.request.body, other.request.body)
  );
}

function patch(path: string, body: Json) {
  return { method: "PATCH", path, body } as const;
}

function post(path: string, body: Json = null) {
  return { method: "POST", path, body } as const;
}
