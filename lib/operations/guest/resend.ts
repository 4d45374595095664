import { ROLES } from "@/lib/domain/directory-roles";
import { resendInvitation, SCOPES_TO_RESEND } from "@/lib/graph/acts/resend-invitation";
import { guestOperation } from "./guest-operation";

/**
 * Mails a pending invitation once more: https://learn.microsoft.com/graph/api/invitation-post. A mail that went out
 * leaves nothing on the account, so it is never sent a second time on its own.
 */
export const resend = guestOperation(
  {
    kind: "resend",
    labels: {
      verb: "Resend invitation",
      name: "Resend invitation",
      done: "Resent",
      changes:
        "Microsoft sends the invitation mail once more. A mail that was sent cannot be taken back.",
      notDone: "The invitation was not sent again.",
    },
    scopes: SCOPES_TO_RESEND,
    activity: "Invite external user",
    async send({ guestId, operationId, snapshot, services: { graph, me } }) {
      const mail = snapshot.mail ?? "";
      const { requestId, invitedId } = await resendInvitation(
        graph,
        mail,
        me.tenantId,
        operationId,
      );
      const isSomebodyElse = invitedId !== null && invitedId !== guestId;
      return {
        requestId,
        detail: isSomebodyElse ? "The address belongs to another account." : null,
      };
    },
    isApplied: () => false,
    whyNotLive(state) {
      if (!state.pending) return "The invitation is not pending any more.";
      if (!state.enabled) return "The account is blocked.";
      return state.mail === null ? "The account has no mail address." : null;
    },
  },
  {
    roles: [ROLES.inviter, ROLES.writers, ROLES.users, ROLES.global],
    // Where the tenant lets everybody invite: https://learn.microsoft.com/graph/api/resources/authorizationpolicy
    mayWithoutRole: true,
    verificationMode: "none",
    mayRepeat: false,
  },
);
