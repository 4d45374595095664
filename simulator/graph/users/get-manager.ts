import { showRelated } from "./expand-user.ts";
import { findUser } from "./find-user.ts";
import { userReaders } from "./present-user.ts";
import type { Endpoint } from "../endpoint.ts";
import { notFound } from "../errors.ts";

/** Reads a user's manager. */
export const getManager: Endpoint = {
  method: "GET",
  path: "/users/{id}/manager",
  documentation: "https://learn.microsoft.com/graph/api/user-list-manager?view=graph-rest-1.0",
  scopes: userReaders.filter((scope) => scope !== "User.ReadBasic.All"),
  selfScopes: ["User.Read", "User.ReadWrite"],
  options: ["$select"],
  guestsToo: true,
  answer(call) {
    const { directory } = call.tenant;
    const user = findUser(directory, call.params.id ?? "");
    const manager = user.managerId === null ? undefined : directory.users.get(user.managerId);
    if (!manager) throw notFound("manager");
    const context = `${call.root}/$metadata#directoryObjects/$entity`;
    const shown = showRelated(manager, call.query.get("$select") ?? undefined);
    return { status: 200, body: { "@odata.context": context, ...shown } };
  },
};
