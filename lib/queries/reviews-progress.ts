import { queryOptions, useQuery } from "@tanstack/react-query";
import { readProgress } from "@/lib/graph/reviews/read-progress";
import type { InstanceRef } from "@/lib/graph/reviews/review-paths";
import { type Services, useServices } from "@/lib/services/services";
import { keys } from "./keys";

/** As many instances are counted as twenty-five requests can ask for; the page of one instance shows its exact count. */
export const MOST_COUNTED = 500;

export function progressQuery({ graph, me }: Services, refs: readonly InstanceRef[]) {
  const counted = refs.slice(0, MOST_COUNTED);
  return queryOptions({
    queryKey: [...keys.reviews(me), "progress", counted.map(({ instanceId }) => instanceId)],
    queryFn: ({ signal }) => readProgress(graph, counted, signal),
    staleTime: 30_000,
    structuralSharing: false,
    enabled: counted.length > 0,
  });
}

/** How much of these running instances is decided, by instance; what could not be counted is missing. */
export function useProgressOfMany(refs: readonly InstanceRef[]) {
  return useQuery(progressQuery(useServices(), refs));
}
