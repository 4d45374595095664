import { rememberBefore } from "./stale-reads.ts";
import { findUser } from "./find-user.ts";
import { refuseOutOfReach } from "./reach.ts";
import { recordAudit, userTarget } from "../audit.ts";
import type { Endpoint } from "../endpoint.ts";
import { roleTemplates } from "../../state/roles.ts";

/** Removes a user; for 30 days they wait among the deleted items. */
export const deleteUser: Endpoint = {
  method: "DELETE",
  path: "/users/{id}",
  documentation: "https://learn.microsoft.com/graph/api/user-delete?view=graph-rest-1.0",
  scopes: ["User.DeleteRestore.All", "User.ReadWrite.All"],
  roles: [roleTemplates.userAdministrator],
  answer(call) {
    const { directory, clock } = call.tenant;
    const user = findUser(directory, call.params.id ?? "");
    refuseOutOfReach(call, user);
    rememberBefore(call.tenant, user.id);
    user.deletedDateTime = clock.iso();
    directory.users.delete(user.id);
    directory.deletedUsers.set(user.id, user);
    directory.noteChange(user.id, "soft-deleted");
    const { caller, method, path } = call;
    directory.noteEffect({
      actorId: caller.userId,
      method,
      path,
      kind: "user-deleted",
      targetId: user.id,
    });
    recordAudit(call, {
      activity: "Delete user",
      category: "UserManagement",
      operationType: "Delete",
      targets: [userTarget(user, { "Is Hard Deleted": { from: undefined, to: "False" } })],
    });
    return { status: 204 };
  },
};
