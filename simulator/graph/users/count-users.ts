import { refuseHiddenProperties, userReaders } from "./present-user.ts";
import { queryUsers } from "./user-rows.ts";
import type { Endpoint } from "../endpoint.ts";
import { refuseCountWithoutHeader, refuseSearchWithoutHeader } from "../odata/advanced.ts";

/** Counts the organization's users. */
export const countUsers: Endpoint = {
  method: "GET",
  path: "/users/$count",
  documentation:
    "https://learn.microsoft.com/graph/api/user-list?view=graph-rest-1.0#example-3-get-only-a-count-of-users",
  scopes: userReaders,
  options: ["$filter", "$search"],
  answer(call) {
    refuseCountWithoutHeader(call);
    refuseSearchWithoutHeader(call);
    const query = queryUsers(call, true);
    refuseHiddenProperties(call, query.filtered);
    const headers = { "content-type": "text/plain" };
    return { status: 200, headers, body: String(query.rows().length) };
  },
};
