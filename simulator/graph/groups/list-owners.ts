import { groupOf } from "./group-of.ts";
import { relationship } from "./relationship.ts";
import { findObjects } from "../directory-objects/directory-object.ts";
import type { Endpoint } from "../endpoint.ts";

/** Who owns a group. */
export const listOwners: readonly Endpoint[] = relationship(
  {
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
    objects: (call) => {
      const { ownerIds } = groupOf(call);
      return () => findObjects(call.tenant.directory, ownerIds);
    },
  },
  ["user"],
);
