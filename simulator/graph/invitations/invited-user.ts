import type { InvitationRequest } from "./invitation-request.ts";
import type { User } from "../../state/entities.ts";
import { guestUpn, hostIdentity, newGuest } from "../../state/new-user.ts";
import type { Call } from "../endpoint.ts";
import { badRequest, notFound } from "../errors.ts";
import { rememberBefore } from "../users/stale-reads.ts";

/** Whom an invitation is for, and whether that person is new, known, or begins anew. */
export interface Invited {
  user: User;
  is: "new" | "known" | "reset";
}

/** Finds or makes the guest of an invitation; what the directory then holds is already changed. */
export function inviteUser(call: Call, request: InvitationRequest): Invited {
  if (request.resetOf !== undefined) {
    return { user: resetUser(call, request, request.resetOf), is: "reset" };
  }
  const known = userWithAddress(call, request.address);
  if (!known) return { user: createGuest(call, request), is: "new" };
  if (known.userType === "Member" && known.externalUserState === null) {
    throw badRequest(
      `The invited user already exists in the directory as object ID: ${known.id}. ` +
        "They can use that account to sign in to shared apps and resources.",
    );
  }
  return { user: known, is: "known" };
}

function userWithAddress(call: Call, address: string): User | undefined {
  const lowerCase = address.toLowerCase();
  const { users } = call.tenant.directory;
  for (const user of users.values()) {
    if (user.mail?.toLowerCase() === lowerCase) return user;
    if (user.otherMails.some((mail) => mail.toLowerCase() === lowerCase)) return user;
    if (user.userPrincipalName.toLowerCase() === lowerCase) return user;
  }
  return undefined;
}

function createGuest(call: Call, request: InvitationRequest): User {
  const { directory, clock, defaultDomain } = call.tenant;
  const now = clock.iso();
  const upn = freeName(call, guestUpn(request.address, defaultDomain));
  const user = newGuest(
    {
      displayName: request.displayName ?? request.address.split("@", 1)[0] ?? request.address,
      mail: request.address,
      userPrincipalName: upn,
      userType: request.userType,
      externalUserState: "PendingAcceptance",
      externalUserStateChangeDateTime: now,
      createdDateTime: now,
      // https://learn.microsoft.com/entra/external-id/b2b-sponsors: the inviter is the sponsor unless another is named.
      sponsorIds: [call.caller.userId],
    },
    { domain: defaultDomain, now: clock.now() },
  );
  rememberBefore(call.tenant, user.id);
  directory.users.set(user.id, user);
  directory.noteChange(user.id, "changed");
  return user;
}

/** A deleted guest of the same address keeps their name for 30 days; the new one is told apart by a number. */
function freeName(call: Call, preferred: string): string {
  const { users, deletedUsers } = call.tenant.directory;
  const isTaken = (name: string) =>
    [users, deletedUsers].some((people) => {
      for (const { userPrincipalName } of people.values()) {
        if (userPrincipalName.toLowerCase() === name.toLowerCase()) return true;
      }
      return false;
    });
  let name = preferred;
  for (let count = 1; isTaken(name); count += 1) {
    name = preferred.replace("#EXT#", `${count}#EXT#`);
  }
  return name;
}

/** The id, the groups and the apps stay: https://learn.microsoft.com/entra/external-id/reset-redemption-status */
function resetUser(call: Call, request: InvitationRequest, id: string): User {
  const { directory, clock, defaultDomain } = call.tenant;
  const user = directory.users.get(id);
  if (!user) throw notFound(id);
  const addresses = [user.mail ?? "", ...user.otherMails].map((mail) => mail.toLowerCase());
  if (!addresses.includes(request.address.toLowerCase())) {
    throw badRequest("The new email address must be among the user's other mails.");
  }
  rememberBefore(call.tenant, user.id);
  user.mail = request.address;
  user.externalUserState = "PendingAcceptance";
  user.externalUserStateChangeDateTime = clock.iso();
  user.identities = [hostIdentity(defaultDomain, user.userPrincipalName)];
  directory.noteChange(user.id, "changed");
  return user;
}
