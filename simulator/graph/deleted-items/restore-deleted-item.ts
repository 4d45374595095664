import { deletedUserOf } from "./deleted-user.ts";
import type { User } from "../../state/entities.ts";
import { roleTemplates } from "../../state/roles.ts";
import { recordAudit, userTarget } from "../audit.ts";
import { bodyOf } from "../directory-objects/json-body.ts";
import { rowOnWire } from "../directory-objects/object-on-wire.ts";
import { userShape } from "../directory-objects/properties.ts";
import type { Call, Endpoint } from "../endpoint.ts";
import { badRequest, conflict } from "../errors.ts";
import { rememberBefore } from "../users/stale-reads.ts";

function nameAfterwards(call: Call, user: User): string {
  const body =
    call.body === undefined
      ? {}
      : bodyOf(call, ["autoReconcileProxyConflict", "newUserPrincipalName"]);
  const { newUserPrincipalName = user.userPrincipalName } = body;
  if (typeof newUserPrincipalName !== "string") {
    throw badRequest("Invalid value specified for property 'newUserPrincipalName'.");
  }
  const name = newUserPrincipalName.toLowerCase();
  for (const other of call.tenant.directory.users.values()) {
    if (other.userPrincipalName.toLowerCase() === name) {
      throw conflict(
        "Request_ObjectConflict",
        "Another object with the same value for property userPrincipalName already exists.",
      );
    }
  }
  return newUserPrincipalName;
}

/** Brings a deleted user back, with the groups and applications they had. */
export const restoreDeletedItem: Endpoint = {
  method: "POST",
  path: "/directory/deletedItems/{id}/restore",
  documentation: "https://learn.microsoft.com/graph/api/directory-deleteditems-restore",
  scopes: ["User.DeleteRestore.All", "User.ReadWrite.All"],
  roles: [roleTemplates.userAdministrator],
  answer(call) {
    const { directory } = call.tenant;
    const user = deletedUserOf(call);
    const name = nameAfterwards(call, user);
    rememberBefore(call.tenant, user.id);
    user.userPrincipalName = name;
    user.deletedDateTime = null;
    directory.deletedUsers.delete(user.id);
    directory.users.set(user.id, user);
    directory.noteChange(user.id, "changed");
    recordAudit(call, {
      activity: "Restore user",
      category: "UserManagement",
      operationType: "Update",
      targets: [userTarget(user)],
    });
    directory.noteEffect({
      actorId: call.caller.userId,
      method: call.method,
      path: call.path,
      kind: "user-restored",
      targetId: user.id,
    });
    const context = `${call.root}/$metadata#directoryObjects/$entity`;
    const type = "#microsoft.graph.user";
    const shown = rowOnWire(user, userShape, undefined);
    return { status: 200, body: { "@odata.context": context, "@odata.type": type, ...shown } };
  },
};
