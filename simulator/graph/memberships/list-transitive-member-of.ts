import { transitiveMemberships } from "./memberships-of.ts";
import { userOf } from "../directory-objects/user-of.ts";
import { listObjects, relationshipOptions } from "../directory-objects/list-objects.ts";
import type { Endpoint } from "../endpoint.ts";

const documentation = "https://learn.microsoft.com/graph/api/user-list-transitivememberof";
const scopes = [
  "Directory.Read.All",
  "Directory.ReadWrite.All",
  "Group.ReadBasic.All",
  "GroupMember.Read.All",
  "GroupMember.ReadBasic.All",
  "Group.Read.All",
  "User.Read.All",
];

function transitiveMemberOf(cast?: "group" | "directoryRole"): Endpoint {
  return {
    method: "GET",
    path: `/users/{id}/transitiveMemberOf${cast ? `/microsoft.graph.${cast}` : ""}`,
    documentation,
    scopes,
    selfScopes: ["User.Read"],
    options: relationshipOptions,
    guestsToo: true,
    answer(call) {
      const { id } = userOf(call);
      return listObjects(call, () => transitiveMemberships(call.tenant.directory, id), cast);
    },
  };
}

/** The groups and directory roles of a person, those reached through other groups included, and each of the two kinds alone. */
export const listTransitiveMemberOf: readonly Endpoint[] = [
  transitiveMemberOf(),
  transitiveMemberOf("group"),
  transitiveMemberOf("directoryRole"),
];
