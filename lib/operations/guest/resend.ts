import { counted } from "@/lib/domain/number-text";
import { sameId } from "@/lib/domain/same-id";
import { ROLES } from "@/lib/domain/directory-roles";
import { findAccountsByAddress } from "@/lib/graph/guests/find-accounts-by-address";
import { resendInvitation, SCOPES_TO_RESEND } from "@/lib/graph/guests/resend-invitation";
import type { Graph } from "@/lib/graph/graph";
import { guestOperation } from "./guest-operation";

/**
 * Mails a pending invitation once more: https://learn.microsoft.com/graph/api/invitation-post. A mail that went out
 * leaves nothing on the account to verify, so it is never sent again automatically.
 */
export const resend = guestOperation(
  {
    kind: "resend",
    labels: {
      verb: "Resend invitation",
      doing: "Resending invitations",
      counted: (count) => `Resend ${counted(count, "invitation")}`,
      name: "Resend invitation",
      done: "Resent",
      changes: "Microsoft sends the invitation mail again. A sent mail can't be undone.",
      notDone: "The invitation was not sent again.",
    },
    scopes: SCOPES_TO_RESEND,
    activity: "Invite external user",
    async send({ guestId, tracking, request, snapshot, services: { graph } }) {
      if (request === null) throw new TypeError("An invitation is sent as it was recorded.");
      const mail = snapshot.mail ?? "";
      const { requestId, invitedId } = await resendInvitation(graph, request, mail, tracking);
      const isOther = invitedId !== null && !sameId(invitedId, guestId);
      const failure = `Microsoft invited another account with this address instead: ${invitedId ?? ""}. Look at that account.`;
      return { requestId, failure: isOther ? failure : null };
    },
    isApplied: () => false,
    whyNotLive(state) {
      if (!state.pending) return "The invitation is no longer pending.";
      if (!state.enabled) return "The account is blocked.";
      return state.mail === null ? "The account has no mail address." : null;
    },
    whyNotNow: ({ guestId, snapshot, services }, signal) =>
      whyNotAddress(guestId, snapshot.mail ?? "", services.graph, signal),
  },
  {
    roles: [ROLES.inviter, ROLES.writers, ROLES.users, ROLES.global],
    // Where the tenant lets everybody invite: https://learn.microsoft.com/graph/api/resources/authorizationpolicy
    mayWithoutRole: true,
    verificationMode: "none",
    mayRepeat: false,
  },
);

/** Why an invitation could reach somebody else: Graph finds the account by its address. */
async function whyNotAddress(
  guestId: string,
  mail: string,
  graph: Graph,
  signal: AbortSignal,
): Promise<string | null> {
  const found = await findAccountsByAddress(graph, mail, signal);
  const isOther = found.some(({ id }) => !sameId(id, guestId));
  if (isOther) return "Another account has the same address and could get the mail instead.";
  const invited = found.some(({ id, wasInvitedAt }) => sameId(id, guestId) && wasInvitedAt);
  return invited ? null : "The mail address is not the invited one: a new guest could be created.";
}
