import { phaseOf } from "@/lib/domain/reviews/review-status";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { type ItemsOfMany, readItemsOfMany } from "@/lib/graph/reviews/read-items-of-many";
import { type MyReview, readMyReviews } from "@/lib/graph/reviews/read-my-reviews";
import type { InstanceRef } from "@/lib/graph/reviews/review-paths";
import { type Services, useServices } from "@/lib/services/services";
import { keys } from "./keys";
import { showMeanwhile } from "./show-meanwhile";

export function myReviewsQuery({ graph, me }: Services) {
  return queryOptions({
    queryKey: keys.myReviews(me),
    queryFn: ({ signal }) => readMyReviews(graph, signal),
    staleTime: 30_000,
    structuralSharing: false,
  });
}

/** The reviews in which the signed-in person is asked to decide, with the instances that ask them. */
export function useMyReviews() {
  return useQuery(myReviewsQuery(useServices()));
}

export function myItemsQuery({ graph, me }: Services, refs: readonly InstanceRef[]) {
  const ids = refs.map(({ instanceId }) => instanceId);
  const queryKey = [...keys.myReviews(me), "items", ids] as const;
  return queryOptions<ItemsOfMany>({
    queryKey,
    queryFn: ({ signal, client }) => {
      const onPart = showMeanwhile(client, queryKey);
      return readItemsOfMany(graph, refs, { asReviewer: true, signal, onPart });
    },
    staleTime: ({ state: { data } }) => (data?.complete === true ? 30_000 : 0),
    structuralSharing: false,
  });
}

/** Everything that the signed-in person is to decide now, over all running instances; decided or not. */
export function useMyItems() {
  const services = useServices();
  const { data } = useMyReviews();
  const refs = useMemo(() => runningRefs(data ?? []), [data]);
  return useQuery({ ...myItemsQuery(services, refs), enabled: data !== undefined });
}

/**
 * In how many instances something is left for the signed-in person to decide; null until all of it is read. Where nothing may
 * be read for it, it counts what was read before.
 */
export function useUndecidedInstances(mayRead: boolean): number | null {
  const services = useServices();
  const { data: mine } = useQuery({ ...myReviewsQuery(services), enabled: mayRead });
  const refs = useMemo(() => runningRefs(mine ?? []), [mine]);
  const { data } = useQuery({
    ...myItemsQuery(services, refs),
    enabled: mayRead && mine !== undefined,
  });
  if (data?.complete !== true) return null;
  const open = data.items.filter(({ decision }) => decision === "NotReviewed");
  return new Set(open.map(({ instanceId }) => instanceId)).size;
}

function runningRefs(reviews: readonly MyReview[]): readonly InstanceRef[] {
  return reviews.flatMap(({ instances }) =>
    instances
      .filter(({ status }) => phaseOf(status) === "running")
      .map(({ reviewId, id }) => ({ reviewId, instanceId: id })),
  );
}
