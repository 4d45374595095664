import { noteMembership, refuseUnfitMembers, refuseUnlessChangeable } from "./change-members.ts";
import { groupOf } from "./group-of.ts";
import { referenced } from "./references.ts";
import { bodyOf } from "../directory-objects/json-body.ts";
import type { Endpoint } from "../endpoint.ts";
import { badRequest } from "../errors.ts";

/** Adds one object to a group. */
export const addMember: Endpoint = {
  method: "POST",
  path: "/groups/{id}/members/$ref",
  documentation: "https://learn.microsoft.com/graph/api/group-post-members",
  scopes: ["GroupMember.ReadWrite.All", "Group.ReadWrite.All", "Directory.ReadWrite.All"],
  answer(call) {
    const group = groupOf(call);
    const { directory } = call.tenant;
    refuseUnlessChangeable(call, group);
    const object = referenced(call, bodyOf(call, [])["@odata.id"]);
    refuseUnfitMembers(group, [object]);
    if (!directory.addMember(group, object.row.id)) {
      throw badRequest(
        "One or more added object references already exist for the following modified properties: 'members'.",
      );
    }
    noteMembership(call, group, object.kind === "user" ? object.row : undefined, "added");
    return { status: 204 };
  },
};
