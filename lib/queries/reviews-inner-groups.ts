import { queryOptions, useQuery } from "@tanstack/react-query";
import { findInnerGroups, type NestedMember } from "@/lib/graph/groups/find-inner-groups";
import { type ReadingDoors, useDoors } from "./doors";
import { keys } from "./keys";

export function innerGroupsQuery({ graph, me }: ReadingDoors, members: readonly NestedMember[]) {
  return queryOptions({
    queryKey: [
      ...keys.groups(me),
      "inner",
      members.map(({ groupId, guestId }) => `${groupId} ${guestId}`),
    ],
    queryFn: ({ signal }) => findInnerGroups(graph, members, signal),
    staleTime: 30_000,
    structuralSharing: false,
    enabled: members.length > 0,
  });
}

/** Through which groups inside of others these guests are in them. */
export function useInnerGroups(members: readonly NestedMember[]) {
  return useQuery(innerGroupsQuery(useDoors(), members));
}
