import type { GuestOperationKind, OperationStep } from "./operation";
import type { Json } from "./json";

/**
 * What stands in a recorded request for a guest's mail address: addresses are looked up right before sending and never
 * recorded, since nothing can be taken out of the history again.
 */
export const MAIL_OF_GUEST = "{mail of the guest}";

interface About {
  readonly operationId: string;
  readonly guestId: string;
  /** The tenant whose guest it is. */
  readonly tenantId: string;
  readonly mintId: () => string;
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

function patch(path: string, body: Json) {
  return { method: "PATCH", path, body } as const;
}

function post(path: string, body: Json = null) {
  return { method: "POST", path, body } as const;
}
