import { groupOf } from "./group-of.ts";
import { findObjects, type ObjectKind } from "../directory-objects/directory-object.ts";
import { listObjects, relationshipOptions } from "../directory-objects/list-objects.ts";
import type { Endpoint } from "../endpoint.ts";

/** Delegated scopes that open the members of groups. */
export const memberReaders = [
  "GroupMember.ReadBasic.All",
  "GroupMember.Read.All",
  "GroupMember.ReadWrite.All",
  "Group.ReadBasic.All",
  "Group.Read.All",
  "Group.ReadWrite.All",
  "Directory.Read.All",
  "Directory.ReadWrite.All",
];

function members(cast?: ObjectKind): Endpoint {
  return {
    method: "GET",
    path: `/groups/{id}/members${cast ? `/microsoft.graph.${cast}` : ""}`,
    documentation: "https://learn.microsoft.com/graph/api/group-list-members",
    scopes: memberReaders,
    options: relationshipOptions,
    answer(call) {
      const { memberIds } = groupOf(call);
      return listObjects(call, () => findObjects(call.tenant.directory, memberIds), cast);
    },
  };
}

/** Who is in a group itself, of any kind or of one. */
export const listMembers: readonly Endpoint[] = [
  members(),
  members("user"),
  members("group"),
  members("servicePrincipal"),
];
