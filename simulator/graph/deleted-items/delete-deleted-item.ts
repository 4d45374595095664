import { deletedUserOf } from "./deleted-user.ts";
import { purge } from "./purge-expired.ts";
import { roleTemplates } from "../../state/roles.ts";
import { recordAudit, userTarget } from "../audit.ts";
import type { Endpoint } from "../endpoint.ts";

/** Deletes for good what was deleted already; there is no way back. */
export const deleteDeletedItem: Endpoint = {
  method: "DELETE",
  path: "/directory/deletedItems/{id}",
  documentation: "https://learn.microsoft.com/graph/api/directory-deleteditems-delete",
  scopes: ["User.ReadWrite.All"],
  roles: [roleTemplates.userAdministrator],
  answer(call) {
    const { directory } = call.tenant;
    const user = deletedUserOf(call);
    purge(directory, user.id);
    recordAudit(call, {
      activity: "Hard Delete user",
      category: "UserManagement",
      operationType: "Delete",
      targets: [userTarget(user)],
    });
    directory.noteEffect({
      actorId: call.caller.userId,
      method: call.method,
      path: call.path,
      kind: "user-purged",
      targetId: user.id,
    });
    return { status: 204 };
  },
};
