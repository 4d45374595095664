import { queryOptions, useQuery } from "@tanstack/react-query";
import type { ReviewInstance } from "@/lib/domain/reviews/review";
import { readContacted } from "@/lib/graph/reviews/read-contacted";
import { readInstances, readInstancesOfMany } from "@/lib/graph/reviews/read-instances";
import { readReview } from "@/lib/graph/reviews/read-review";
import { readReviews } from "@/lib/graph/reviews/read-reviews";
import { readStages } from "@/lib/graph/reviews/read-stages";
import { type Services, useServices } from "@/lib/services/services";
import { keys } from "./keys";
import { type AfterTheEnd, untilNextLook } from "@/lib/domain/reviews/until-next-look";

const STALE_MILLISECONDS = 30_000;

export function reviewsQuery({ graph, me }: Services) {
  return queryOptions({
    queryKey: keys.reviews(me),
    queryFn: ({ signal }) => readReviews(graph, signal),
    staleTime: STALE_MILLISECONDS,
    structuralSharing: false,
  });
}

/** Every access review that the person may see. */
export function useReviews() {
  return useQuery(reviewsQuery(useServices()));
}

export function reviewQuery({ graph, me, now }: Services, id: string) {
  return queryOptions({
    queryKey: keys.review(me, id),
    queryFn: ({ signal }) => readReview(graph, id, signal),
    staleTime: STALE_MILLISECONDS,
    refetchInterval: ({ state: { data } }) => untilNextLook(data && [data], now(), data?.settings),
  });
}

/** One access review, looked at again while it is about to change by itself. */
export function useReview(id: string) {
  return useQuery(reviewQuery(useServices(), id));
}

export function instancesQuery(
  { graph, me, now }: Services,
  reviewId: string,
  rules?: AfterTheEnd,
) {
  return queryOptions({
    queryKey: keys.instances(me, reviewId),
    queryFn: ({ signal }) => readInstances(graph, reviewId, { signal }),
    staleTime: STALE_MILLISECONDS,
    refetchInterval: ({ state: { data } }) => untilNextLook(data, now(), rules),
  });
}

/**
 * The runs of one review so far, looked at again while one of them is about to change by itself; by its rules, also
 * those that have ended and are yet to be applied.
 */
export function useInstances(reviewId: string, rules?: AfterTheEnd) {
  return useQuery(instancesQuery(useServices(), reviewId, rules));
}

export function instancesOfManyQuery({ graph, me, now }: Services, reviewIds: readonly string[]) {
  return queryOptions({
    queryKey: keys.instancesOfMany(me, reviewIds),
    queryFn: ({ signal }) => readInstancesOfMany(graph, reviewIds, { signal }),
    staleTime: STALE_MILLISECONDS,
    structuralSharing: false,
    enabled: reviewIds.length > 0,
    refetchInterval: ({ state: { data } }) => untilNextLook(allOf(data), now()),
  });
}

/** The runs of many reviews by review; null for one that the person may not look into. */
export function useInstancesOfMany(reviewIds: readonly string[]) {
  return useQuery(instancesOfManyQuery(useServices(), reviewIds));
}

function allOf(
  found: ReadonlyMap<string, readonly ReviewInstance[] | null> | undefined,
): readonly ReviewInstance[] {
  return [...(found?.values() ?? [])].flatMap((instances) => instances ?? []);
}

export function contactedQuery({ graph, me }: Services, reviewId: string, instanceId: string) {
  return queryOptions({
    queryKey: [...keys.instance(me, reviewId, instanceId), "contacted"],
    queryFn: ({ signal }) => readContacted(graph, { reviewId, instanceId }, signal),
    staleTime: STALE_MILLISECONDS,
  });
}

/** Who was asked to decide in an instance. */
export function useContacted(reviewId: string, instanceId: string) {
  return useQuery(contactedQuery(useServices(), reviewId, instanceId));
}

export function stagesQuery({ graph, me }: Services, reviewId: string, instanceId: string) {
  return queryOptions({
    queryKey: [...keys.instance(me, reviewId, instanceId), "stages"],
    queryFn: ({ signal }) => readStages(graph, { reviewId, instanceId }, signal),
    staleTime: STALE_MILLISECONDS,
  });
}

/** The stages of an instance; none where the review has only one. */
export function useStages(reviewId: string, instanceId: string) {
  return useQuery(stagesQuery(useServices(), reviewId, instanceId));
}
