import { noteMembership, refuseUnlessChangeable } from "./change-members.ts";
import { groupOf } from "./group-of.ts";
import { findObject } from "../directory-objects/directory-object.ts";
import { bodyOf } from "../directory-objects/json-body.ts";
import type { Endpoint } from "../endpoint.ts";
import { badRequest, notFound } from "../errors.ts";

/** The id at the end of a reference such as `https://graph.microsoft.com/v1.0/directoryObjects/{id}`. */
function referencedId(reference: unknown): string {
  const found = typeof reference === "string" ? /\/([0-9a-f-]{36})$/i.exec(reference) : null;
  if (!found?.[1]) throw badRequest("Invalid URL format specified in payload.");
  return found[1].toLowerCase();
}

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
    const id = referencedId(bodyOf(call, [])["@odata.id"]);
    const object = findObject(directory, id);
    if (!object) throw notFound(id);
    if (!directory.addMember(group, id)) {
      throw badRequest(
        "One or more added object references already exist for the following modified properties: 'members'.",
      );
    }
    noteMembership(call, group, object.kind === "user" ? object.row : undefined, "added");
    return { status: 204 };
  },
};
