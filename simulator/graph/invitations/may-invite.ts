import type { InvitationRequest } from "./invitation-request.ts";
import { roleTemplates } from "../../state/roles.ts";
import type { Call } from "../endpoint.ts";
import { forbidden } from "../errors.ts";

const { globalAdministrator, userAdministrator, guestInviter, directoryWriters } = roleTemplates;

/** This organization's `allowInvitesFrom` is `adminsAndGuestInviters`: members without a role may not invite. */
const inviters = [globalAdministrator, userAdministrator, guestInviter, directoryWriters];
const resetters = [globalAdministrator, userAdministrator, roleTemplates.helpdeskAdministrator];
const memberInviters = [globalAdministrator, userAdministrator];

/** Refuses who may not invite, not reset, or not invite as a member: https://learn.microsoft.com/graph/api/invitation-post */
export function refuseUnlessMayInvite(call: Call, request: InvitationRequest): void {
  const { roles, scopes } = call.caller;
  const holdsOneOf = (allowed: readonly string[]) => allowed.some((role) => roles.has(role));
  if (!holdsOneOf(request.resetOf === undefined ? inviters : resetters)) throw forbidden();
  if (request.userType === "Member" && !holdsOneOf(memberInviters)) throw forbidden();
  const mayReset = scopes.has("User.ReadWrite.All") || scopes.has("Directory.ReadWrite.All");
  if (request.resetOf !== undefined && !mayReset) throw forbidden();
}
