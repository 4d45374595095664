import { queryOptions, skipToken, useQuery } from "@tanstack/react-query";
import { readReach } from "@/lib/graph/groups/read-reach";
import { type ReadingDoors, useDoors } from "./doors";
import { useGroupsWithGuests } from "./groups";
import { keys } from "./keys";
import { useReviews } from "./reviews";

/**
 * What a coverage map is made of, but for the guests themselves, who are in the inventory: the reviews, and all groups
 * with their guests. Nothing is covered for sure before both are there.
 */
export function useCoverageInputs() {
  const reviews = useReviews();
  const groups = useGroupsWithGuests("all", { nested: true });
  return { reviews, groups };
}

export function reachQuery({ graph, me }: ReadingDoors, guestIds: readonly string[]) {
  const queryKey = [...keys.all(me), "reach", guestIds] as const;
  return queryOptions({
    queryKey,
    queryFn: ({ signal, client }) =>
      readReach(graph, guestIds, {
        signal,
        onProgress: (done, of) => {
          client.setQueryData(progressKey(queryKey), { done, of });
        },
      }),
    staleTime: 300_000,
    structuralSharing: false,
  });
}

/** What these guests reach besides groups; asked only of those whom no group covers, since each takes two readings. */
export function useReach(guestIds: readonly string[], enabled: boolean) {
  const query = reachQuery(useDoors(), guestIds);
  const asked = useQuery({ ...query, enabled: enabled && guestIds.length > 0 });
  const { data, error, isPending, isError, isFetching, refetch } = asked;
  const progress = useQuery(progressQuery(query.queryKey)).data ?? null;
  return { data, error, isPending, isError, isFetching, refetch, progress };
}

const progressKey = (key: readonly unknown[]) => [...key, "progress"] as const;

function progressQuery(key: readonly unknown[]) {
  return queryOptions<{ readonly done: number; readonly of: number }>({
    queryKey: progressKey(key),
    queryFn: skipToken,
  });
}
