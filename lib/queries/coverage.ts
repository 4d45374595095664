import { queryOptions, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { isUnderWay } from "@/lib/domain/reviews/review-status";
import {
  type Group,
  type GroupWithGuests,
  guestsInNoGroup,
  withNested,
} from "@/lib/domain/reviews/group";
import type { Review } from "@/lib/domain/reviews/review";
import { readGuestMembers } from "@/lib/graph/groups/read-guest-members";
import type { GroupsProgress, GroupsWithGuests } from "@/lib/graph/groups/read-groups-with-guests";
import { readReach, type Reviewed } from "@/lib/graph/groups/read-reach";
import { type Services, useServices } from "@/lib/services/services";
import { groupsWithGuestsQuery, useGroupsWithGuests } from "./groups";
import { keys } from "./keys";
import { queryProgress } from "./query-progress";
import { useReviews } from "./reviews";
import { coverageOf } from "@/lib/domain/reviews/coverage";

/** The input of a coverage map, except for the guests, who are in the inventory. */
export interface CoverageInputs {
  readonly reviews: readonly Review[];
  readonly groups: readonly GroupWithGuests[];
  /** Groups whose members could not be read: their members may be covered all the same. */
  readonly unread: readonly Group[];
}

export interface CoverageReading {
  /** Undefined until everything is read: before that, nothing is certainly covered or uncovered. */
  readonly data: CoverageInputs | undefined;
  readonly error: Error | null;
  readonly progress: GroupsProgress | null;
  readonly isFetching: boolean;
  readonly refetch: () => void;
}

export function nestedQuery({ graph, me }: Services, groupIds: readonly string[]) {
  return queryOptions({
    queryKey: [...keys.groups(me), "nested", groupIds],
    queryFn: ({ signal }) => readGuestMembers(graph, groupIds, { nested: true, signal }),
    staleTime: 300_000,
    structuralSharing: false,
  });
}

/**
 * Reads the reviews and all groups with their guests. Groups inside groups are looked through only where a review of
 * one group asks about them: everybody else in them is a direct member of some other group. Unless it is `enabled`,
 * nothing is asked: what was read before is given all the same.
 */
export function useCoverageInputs({ enabled = true } = {}): CoverageReading {
  const services = useServices();
  const reviews = useReviews();
  const groups = useGroupsWithGuests("all", { enabled });
  const nestedGroupIds = useMemo(() => reviewedAlone(reviews.data ?? []), [reviews.data]);
  const needsNested = nestedGroupIds.length > 0;
  const nested = useQuery({
    ...nestedQuery(services, nestedGroupIds),
    enabled: enabled && needsNested,
  });
  const data = useMemo(() => {
    if (reviews.data === undefined || groups.data === undefined) return undefined;
    if (needsNested && nested.data === undefined) return undefined;
    return { reviews: reviews.data, ...withNested(groups.data, nested.data ?? new Map()) };
  }, [reviews.data, groups.data, nested.data, needsNested]);
  const all = [reviews, groups, ...(needsNested ? [nested] : [])];
  return {
    data,
    error: reviews.error ?? groups.error ?? (needsNested ? nested.error : null),
    progress: groups.progress,
    isFetching: all.some(({ isFetching }) => isFetching),
    refetch: () => {
      for (const { refetch } of all) void refetch();
    },
  };
}

/** The groups that are under a running review of their own. */
function reviewedAlone(reviews: readonly Review[]): readonly string[] {
  const ids = reviews
    .filter(isUnderWay)
    .flatMap(({ scope }) => (scope.kind === "group" ? scope.groupId : []));
  return distinct(ids);
}

/** What running reviews ask about besides groups. */
function besidesGroups(reviews: readonly Review[]): Reviewed {
  const running = reviews.filter(isUnderWay).map(({ scope }) => scope);
  return {
    applications: distinct(
      running.flatMap((scope) => (scope.kind === "application" ? scope.servicePrincipalId : [])),
    ),
    roles: distinct(
      running.flatMap((scope) => (scope.kind === "directory-role" ? scope.roleId : [])),
    ),
  };
}

/** How many guests and resources of how many have been looked at. */
interface ReachProgress {
  readonly done: number;
  readonly of: number;
}

const { setProgress, useQueryProgress } = queryProgress<ReachProgress>();

export function reachQuery(services: Services, guestIds: readonly string[], reviewed: Reviewed) {
  const { graph, me } = services;
  const queryKey = [...keys.all(me), "reach", guestIds, reviewed] as const;
  return queryOptions({
    queryKey,
    queryFn: async ({ signal, client }) =>
      readReach(graph, {
        guestIds,
        reviewed,
        groups: guestsOf(
          // The same groups as on the map, so that both use the same members.
          await client.query({
            ...groupsWithGuestsQuery(services, { groupIds: "all" }),
            staleTime: "static",
          }),
        ),
        signal,
        onProgress: (done, of) => {
          setProgress(client, queryKey, { done, of });
        },
      }),
    staleTime: 300_000,
    structuralSharing: false,
  });
}

function guestsOf({ groups, unread }: GroupsWithGuests) {
  return new Map<string, readonly string[] | null>([
    ...groups.map(({ group, directGuestIds }) => [group.id, directGuestIds] as const),
    ...unread.map(({ id }) => [id, null] as const),
  ]);
}

const NOTHING: readonly Review[] = [];

/**
 * What these guests reach besides groups, wanted of those whom no group covers; and who else reaches what one of the
 * reviews is about.
 */
export function useReach(
  guestIds: readonly string[],
  enabled: boolean,
  reviews: readonly Review[] = NOTHING,
) {
  const reviewed = useMemo(() => besidesGroups(reviews), [reviews]);
  const any = guestIds.length + reviewed.applications.length + reviewed.roles.length > 0;
  const query = reachQuery(useServices(), guestIds, reviewed);
  const reachResult = useQuery({ ...query, enabled: enabled && any });
  const { data, error, isPending, isError, isFetching, refetch } = reachResult;
  const progress = useQueryProgress(query.queryKey);
  return { data, error, isPending, isError, isFetching, refetch, progress };
}

const distinct = (ids: readonly string[]) => [...new Set(ids)].sort();
/** Null while they are being read. */
type Guests = readonly { readonly id: string; readonly partner: string }[] | null;

interface CoverageOptions {
  /** Whether anything more may be read for it; what was read before is used in any case. */
  readonly enabled?: boolean;
  /** Whether to read what the guests in no group reach, too: a request for each twenty of them. */
  readonly withOtherAccess: boolean;
}

const NOBODY: readonly string[] = [];

/** Which running review covers each guest, from the groups first and then from the applications and roles they reach. */
export function useCoverage(
  guests: Guests,
  data: CoverageInputs | undefined,
  { enabled = true, withOtherAccess }: CoverageOptions,
) {
  const isReady = guests !== null && data !== undefined;
  const inNoGroup = useMemo(
    () =>
      withOtherAccess && guests !== null && data !== undefined
        ? guestsInNoGroup(guests, data.groups)
        : NOBODY,
    [withOtherAccess, guests, data],
  );
  const reach = useReach(inNoGroup, enabled && isReady, data?.reviews);
  const coverage = useMemo(() => {
    if (guests === null || data === undefined) return null;
    const { reviews, groups } = data;
    return coverageOf({ guests, reviews, groups, ...(reach.data && { reach: reach.data }) });
  }, [guests, data, reach.data]);
  return { coverage, reach };
}
