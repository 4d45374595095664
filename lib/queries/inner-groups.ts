import { queryOptions, useQuery } from "@tanstack/react-query";
import { findInnerGroups, type NestedMember } from "@/lib/graph/groups/find-inner-groups";
import { type Services, useServices } from "@/lib/services/services";
import { keys } from "./keys";

export function innerGroupsQuery({ graph, me }: Services, members: readonly NestedMember[]) {
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
  return useQuery(innerGroupsQuery(useServices(), members));
}
