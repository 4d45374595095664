import { roleTemplates } from "../../state/roles.ts";
import { recordAudit, userTarget } from "../audit.ts";
import { userOf } from "../directory-objects/user-of.ts";
import type { Endpoint } from "../endpoint.ts";
import { forbidden } from "../errors.ts";

const administrators = [
  roleTemplates.globalAdministrator,
  roleTemplates.userAdministrator,
  roleTemplates.helpdeskAdministrator,
];

/** Ends every session of a person here; documented as 204, in fact 200 with a value that is always true. */
export const revokeSignInSessions: Endpoint = {
  method: "POST",
  path: "/users/{id}/revokeSignInSessions",
  documentation: "https://learn.microsoft.com/graph/api/user-revokesigninsessions",
  scopes: ["User.RevokeSessions.All", "User.ReadWrite.All", "Directory.ReadWrite.All"],
  answer(call) {
    const { directory, clock } = call.tenant;
    const user = userOf(call);
    const isSelf = user.id === call.caller.userId;
    if (!isSelf && !administrators.some((role) => call.caller.roles.has(role))) throw forbidden();
    const before = user.sessionsValidFrom;
    user.sessionsValidFrom = clock.iso();
    directory.noteChange(user.id, "changed");
    recordAudit(call, {
      activity: "Update StsRefreshTokenValidFrom Timestamp",
      category: "UserManagement",
      operationType: "Update",
      targets: [
        userTarget(user, {
          StsRefreshTokensValidFrom: { from: before ?? undefined, to: user.sessionsValidFrom },
        }),
      ],
    });
    directory.noteEffect({
      actorId: call.caller.userId,
      method: call.method,
      path: call.path,
      kind: "sessions-revoked",
      targetId: user.id,
    });
    const context = `${call.root}/$metadata#Edm.Boolean`;
    return { status: 200, body: { "@odata.context": context, value: true } };
  },
};
