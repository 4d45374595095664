import { randomUUID } from "node:crypto";
import { type InvitationRequest, readInvitation } from "./invitation-request.ts";
import { type Invited, inviteUser } from "./invited-user.ts";
import { refuseUnlessMayInvite } from "./may-invite.ts";
import { recordAudit, userTarget } from "../audit.ts";
import { rowOnWire } from "../directory-objects/object-on-wire.ts";
import { userShape } from "../directory-objects/properties.ts";
import type { Call, Endpoint } from "../endpoint.ts";

const activities = {
  new: "Invite external user",
  known: "Invite external user",
  reset: "Invite external user with reset invitation status",
} as const;

const effects = {
  new: "guest-invited",
  known: "guest-invited-again",
  reset: "redemption-reset",
} as const;

function note(call: Call, { user, is }: Invited, request: InvitationRequest): void {
  const { directory } = call.tenant;
  const { caller, method, path } = call;
  const effect = { actorId: caller.userId, method, path, targetId: user.id };
  directory.noteEffect({ ...effect, kind: effects[is] });
  if (request.sendsMessage) directory.noteEffect({ ...effect, kind: "invitation-mailed" });
  if (is === "new") {
    recordAudit(call, {
      activity: "Add user",
      category: "UserManagement",
      operationType: "Add",
      targets: [userTarget(user)],
    });
  }
  recordAudit(call, {
    activity: activities[is],
    category: "UserManagement",
    operationType: "Add",
    loggedByService: "Invited Users",
    targets: [userTarget(user)],
    additionalDetails: [{ key: "InvitedUserEmailAddress", value: request.address }],
  });
}

function redeemUrl(call: Call, userId: string, ticket: string): string {
  const { id } = call.tenant;
  const query = new URLSearchParams({ tenant: id, user: userId, ticket, ver: "2.0" });
  const target = `https://invitations.microsoft.com/redeem/?${query.toString()}`;
  return `https://login.microsoftonline.com/redeem?rd=${encodeURIComponent(target)}`;
}

/** Invites a guest, invites a pending one again, or lets one redeem anew. */
export const createInvitation: Endpoint = {
  method: "POST",
  path: "/invitations",
  documentation: "https://learn.microsoft.com/graph/api/invitation-post",
  scopes: ["User.Invite.All", "User.ReadWrite.All", "Directory.ReadWrite.All"],
  answer(call) {
    const request = readInvitation(call);
    refuseUnlessMayInvite(call, request);
    const invited = inviteUser(call, request);
    note(call, invited, request);
    const { user } = invited;
    const id = randomUUID();
    return {
      status: 201,
      body: {
        "@odata.context": `${call.root}/$metadata#invitations/$entity`,
        id,
        inviteRedeemUrl: redeemUrl(call, user.id, id),
        invitedUserDisplayName: request.displayName,
        invitedUserType: request.userType,
        invitedUserEmailAddress: request.address,
        sendInvitationMessage: request.sendsMessage,
        resetRedemption: request.resetOf !== undefined,
        inviteRedirectUrl: request.redirectUrl,
        status: user.externalUserState === "Accepted" ? "Completed" : "PendingAcceptance",
        invitedUserMessageInfo: request.messageInfo,
        invitedUser: rowOnWire(user, userShape, ["id", "userPrincipalName"]),
      },
    };
  },
};
