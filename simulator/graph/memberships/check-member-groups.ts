import { idsAnswer, memberGroupIds, memberGroupScopes } from "./get-member-groups.ts";
import { bodyOf, stringsIn } from "../directory-objects/json-body.ts";
import type { Endpoint } from "../endpoint.ts";

/** Those of up to 20 groups that the person is in. */
export const checkMemberGroups: Endpoint = {
  method: "POST",
  path: "/users/{id}/checkMemberGroups",
  documentation: "https://learn.microsoft.com/graph/api/directoryobject-checkmembergroups",
  scopes: [...memberGroupScopes, "User.ReadWrite.All"],
  guestsToo: true,
  answer(call) {
    const { groupIds } = bodyOf(call, ["groupIds"]);
    const requestedIds = new Set(stringsIn(groupIds, "groupIds", 20));
    return idsAnswer(
      call,
      memberGroupIds(call, false).filter((id) => requestedIds.has(id)),
    );
  },
};
