import { showRelated } from "./expand-user.ts";
import { findUser } from "./find-user.ts";
import { userReaders } from "./present-user.ts";
import { sponsorsOf } from "./sponsors.ts";
import { collection } from "../collection.ts";
import type { Endpoint } from "../endpoint.ts";
import { page } from "../paging.ts";

/** Lists who answers for a guest. */
export const listSponsors: Endpoint = {
  method: "GET",
  path: "/users/{id}/sponsors",
  documentation: "https://learn.microsoft.com/graph/api/user-list-sponsors?view=graph-rest-1.0",
  scopes: userReaders.filter((scope) => scope !== "User.ReadBasic.All"),
  selfScopes: ["User.Read", "User.ReadWrite"],
  options: ["$select", "$top"],
  guestsToo: true,
  answer(call) {
    const { directory } = call.tenant;
    const sponsors = sponsorsOf(directory, findUser(directory, call.params.id ?? ""));
    const shownPage = page(call, sponsors, { defaultTop: 100, maxTop: 999, key: ({ id }) => id });
    const select = call.query.get("$select") ?? undefined;
    return collection(call, "directoryObjects", shownPage, (row) => showRelated(row, select));
  },
};
