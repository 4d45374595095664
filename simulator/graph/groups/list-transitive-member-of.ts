import { groupOf } from "./group-of.ts";
import { memberReaders } from "./list-members.ts";
import { relationship } from "./relationship.ts";
import type { Endpoint } from "../endpoint.ts";
import { transitiveMemberships } from "../memberships/memberships-of.ts";

/** The groups and directory roles that a group is a member of, also through other groups, and each of the two kinds alone. */
export const listTransitiveMemberOfGroup: readonly Endpoint[] = relationship(
  {
    path: "/groups/{id}/transitiveMemberOf",
    documentation: "https://learn.microsoft.com/graph/api/group-list-transitivememberof",
    scopes: memberReaders,
    objects: (call) => {
      const { id } = groupOf(call);
      return () => transitiveMemberships(call.tenant.directory, id);
    },
  },
  ["group", "directoryRole"],
);
