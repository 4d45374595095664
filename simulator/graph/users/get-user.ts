import { findUser, isId } from "./find-user.ts";
import { userReaders } from "./present-user.ts";
import { showUser } from "./show-user.ts";
import type { Endpoint } from "../endpoint.ts";
import { badRequest } from "../errors.ts";

/** Reads one user by id or user principal name. */
export const getUser: Endpoint = {
  method: "GET",
  path: "/users/{id}",
  documentation: "https://learn.microsoft.com/graph/api/user-get?view=graph-rest-1.0",
  scopes: userReaders,
  selfScopes: ["User.Read", "User.ReadWrite"],
  options: ["$select", "$expand"],
  guestsToo: true,
  answer(call) {
    const id = call.params.id ?? "";
    const select = call.query.get("$select")?.split(",") ?? [];
    if (select.includes("signInActivity") && !isId(id)) {
      throw badRequest("Get By Key only supports UserId and the key has to be a valid Guid");
    }
    return showUser(call, findUser(call.tenant.directory, id));
  },
};
