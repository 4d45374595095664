import { expandUser, expansionsOfUser } from "./expand-user.ts";
import {
  presentUser,
  refuseHiddenProperties,
  selectedOfUser,
  userReaders,
} from "./present-user.ts";
import { queryUsers } from "./user-rows.ts";
import { collection } from "../collection.ts";
import type { Endpoint } from "../endpoint.ts";
import {
  asksForCount,
  isAdvancedQuery,
  refuseExpandInAdvanced,
  refuseSearchWithoutHeader,
  saysEventual,
} from "../odata/advanced.ts";
import { page } from "../paging.ts";

/** Pages are smaller once sign-in times are asked for. */
const LARGEST_PAGE = 999;
const LARGEST_PAGE_WITH_ACTIVITY = 500;

/** Lists the organization's users. */
export const listUsers: Endpoint = {
  method: "GET",
  path: "/users",
  documentation: "https://learn.microsoft.com/graph/api/user-list?view=graph-rest-1.0",
  scopes: userReaders,
  options: ["$count", "$expand", "$filter", "$orderby", "$search", "$select", "$top"],
  refusedOptions: ["$skip"],
  answer(call) {
    refuseSearchWithoutHeader(call);
    refuseExpandInAdvanced(call);
    const selected = selectedOfUser(call.query.get("$select"));
    const expansions = expansionsOfUser(call.query.get("$expand"));
    const query = queryUsers(call, isAdvancedQuery(call));
    refuseHiddenProperties(call, [...(selected ?? []), ...query.filtered]);
    const withActivity =
      (selected?.includes("signInActivity") ?? false) || query.filtered.has("signInActivity");
    const shownPage = page(call, query.rows, {
      defaultTop: 100,
      maxTop: withActivity ? LARGEST_PAGE_WITH_ACTIVITY : LARGEST_PAGE,
      lowersSilently: withActivity,
      key: (user) => user.id,
    });
    const context = selected ? `users(${selected.join(",")})` : "users";
    const withCount = asksForCount(call) && saysEventual(call);
    const { directory } = call.tenant;
    return collection(
      call,
      context,
      shownPage,
      (user) => ({
        ...presentUser(user, selected),
        ...expandUser(directory, user, expansions),
      }),
      withCount,
    );
  },
};
