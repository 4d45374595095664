import { groupOf } from "./group-of.ts";
import { countsOf, relationship, type Relationship } from "./relationship.ts";
import { findObjects } from "../directory-objects/directory-object.ts";
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

const membership: Relationship = {
  path: "/groups/{id}/members",
  documentation: "https://learn.microsoft.com/graph/api/group-list-members",
  scopes: memberReaders,
  objects: (call) => {
    const { memberIds } = groupOf(call);
    return () => findObjects(call.tenant.directory, memberIds);
  },
};

/** Who is in a group itself, of any kind or of one, and how many. */
export const listMembers: readonly Endpoint[] = [
  ...relationship(membership, ["user", "group", "servicePrincipal"]),
  ...countsOf(membership),
];
