import { noteMembership, refuseUnlessChangeable } from "./change-members.ts";
import { groupOf } from "./group-of.ts";
import type { Endpoint } from "../endpoint.ts";
import { notFound } from "../errors.ts";

/** Takes one object out of a group; the object itself stays. */
export const removeMember: Endpoint = {
  method: "DELETE",
  path: "/groups/{id}/members/{memberId}/$ref",
  documentation: "https://learn.microsoft.com/graph/api/group-delete-members",
  scopes: ["GroupMember.ReadWrite.All", "Group.ReadWrite.All", "Directory.ReadWrite.All"],
  answer(call) {
    const group = groupOf(call);
    const { directory } = call.tenant;
    const memberId = (call.params.memberId ?? "").toLowerCase();
    refuseUnlessChangeable(call, group);
    if (!directory.removeMember(group, memberId)) throw notFound(memberId);
    noteMembership(call, group, directory.users.get(memberId), "removed");
    return { status: 204 };
  },
};
