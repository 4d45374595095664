import { queryOptions, skipToken, useQuery } from "@tanstack/react-query";
import type { JoinedGroup } from "@/lib/domain/reviews/loses-access-automatically";
import { readGroup } from "@/lib/graph/groups/read-group";
import { readOuterGroups } from "@/lib/graph/groups/read-outer-groups";
import { type Services, useServices } from "@/lib/services/services";
import { keys } from "./keys";

export function joinedGroupQuery({ graph, me }: Services, id: string | null) {
  const read = async (groupId: string, signal: AbortSignal): Promise<JoinedGroup> => {
    const [group, outerIds] = await Promise.all([
      readGroup(graph, groupId, signal),
      readOuterGroups(graph, groupId, signal),
    ]);
    return { id: groupId, group, outerIds };
  };
  return queryOptions({
    queryKey: [...keys.groups(me), "joined", id],
    queryFn: id === null ? skipToken : ({ signal }) => read(id, signal),
    staleTime: 60_000,
  });
}

/** The facts that decide which reviews include new members of a group. Reads nothing without an id. */
export function useJoinedGroup(id: string | null) {
  return useQuery(joinedGroupQuery(useServices(), id));
}
