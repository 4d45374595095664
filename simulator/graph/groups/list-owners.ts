import { groupOf } from "./group-of.ts";
import { findObjects } from "../directory-objects/directory-object.ts";
import { listObjects, relationshipOptions } from "../directory-objects/list-objects.ts";
import type { Endpoint } from "../endpoint.ts";

/** Who owns a group. */
export const listOwners: Endpoint = {
  method: "GET",
  path: "/groups/{id}/owners",
  documentation: "https://learn.microsoft.com/graph/api/group-list-owners",
  scopes: [
    "GroupMember.Read.All",
    "GroupMember.ReadWrite.All",
    "Group.Read.All",
    "Group.ReadWrite.All",
    "Directory.Read.All",
    "Directory.ReadWrite.All",
  ],
  options: relationshipOptions,
  answer(call) {
    const { ownerIds } = groupOf(call);
    return listObjects(call, () => findObjects(call.tenant.directory, ownerIds));
  },
};
