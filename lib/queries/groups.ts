import { queryOptions, useQuery } from "@tanstack/react-query";
import {
  type GroupsProgress,
  readGroupsWithGuests,
} from "@/lib/graph/groups/read-groups-with-guests";
import { readGroups } from "@/lib/graph/groups/read-groups";
import { type Services, useServices } from "@/lib/services/services";
import { keys } from "./keys";
import { queryProgress } from "./query-progress";

const STALE_MILLISECONDS = 300_000;

const { setProgress, useQueryProgress } = queryProgress<GroupsProgress>();

export function groupsQuery({ graph, me }: Services) {
  return queryOptions({
    queryKey: keys.groups(me),
    queryFn: ({ signal }) => readGroups(graph, { signal }),
    staleTime: STALE_MILLISECONDS,
    structuralSharing: false,
  });
}

/** All groups of the organization, with what decides whether a review of them can be applied. */
export function useGroups() {
  return useQuery(groupsQuery(useServices()));
}

export interface GroupsRequest {
  readonly groupIds: readonly string[] | "all";
  /** Also guests who are in a group only through a group inside it. */
  readonly nested?: boolean;
}

export function groupsWithGuestsQuery(
  { graph, me }: Services,
  { groupIds, nested = false }: GroupsRequest,
) {
  const queryKey = [...keys.groups(me), "guests", groupIds, nested] as const;
  return queryOptions({
    queryKey,
    queryFn: ({ signal, client }) =>
      readGroupsWithGuests(graph, groupIds, {
        nested,
        signal,
        onProgress: (progress) => {
          setProgress(client, queryKey, progress);
        },
      }),
    staleTime: STALE_MILLISECONDS,
    structuralSharing: false,
  });
}

/** Groups with their guests and owners, with the progress of reading. Leaving the page ends it. */
export function useGroupsWithGuests(
  groupIds: readonly string[] | "all",
  options: { readonly nested?: boolean; readonly enabled?: boolean } = {},
) {
  const { enabled = true, ...how } = options;
  const query = groupsWithGuestsQuery(useServices(), { groupIds, ...how });
  const { data, error, isPending, isError, isFetching, refetch } = useQuery({ ...query, enabled });
  const progress = useQueryProgress(query.queryKey);
  return { data, error, isPending, isError, isFetching, refetch, progress };
}
