import { directMemberships } from "./memberships-of.ts";
import { userOf } from "../directory-objects/user-of.ts";
import { listObjects, relationshipOptions } from "../directory-objects/list-objects.ts";
import type { Endpoint } from "../endpoint.ts";

const documentation = "https://learn.microsoft.com/graph/api/user-list-memberof";
const scopes = [
  "Directory.Read.All",
  "Directory.ReadWrite.All",
  "Group.ReadBasic.All",
  "GroupMember.Read.All",
  "GroupMember.ReadBasic.All",
];

function memberOf(cast?: "group" | "directoryRole"): Endpoint {
  return {
    method: "GET",
    path: `/users/{id}/memberOf${cast ? `/microsoft.graph.${cast}` : ""}`,
    documentation,
    scopes,
    selfScopes: ["User.Read"],
    options: relationshipOptions,
    guestsToo: true,
    answer(call) {
      const { id } = userOf(call);
      return listObjects(call, () => directMemberships(call.tenant.directory, id), cast);
    },
  };
}

/** The groups and directory roles of a person, and each of the two kinds alone. */
export const listMemberOf: readonly Endpoint[] = [
  memberOf(),
  memberOf("group"),
  memberOf("directoryRole"),
];
