import type { Endpoint } from "../endpoint.ts";
import { findUser } from "../users/find-user.ts";
import { userReaders } from "../users/present-user.ts";
import { showUser } from "../users/show-user.ts";

/** Reads the signed-in person. */
export const getMe: Endpoint = {
  method: "GET",
  path: "/me",
  documentation: "https://learn.microsoft.com/graph/api/user-get?view=graph-rest-1.0",
  scopes: ["User.Read", "User.ReadWrite", ...userReaders],
  options: ["$select", "$expand"],
  guestsToo: true,
  answer: (call) => showUser(call, findUser(call.tenant.directory, call.caller.userId)),
};
