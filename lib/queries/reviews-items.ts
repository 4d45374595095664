import { queryOptions, useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { type ItemsRead, readItems } from "@/lib/graph/reviews/read-items";
import { type Services, useServices } from "@/lib/services/services";
import { keys } from "./keys";
import { showMeanwhile } from "./show-meanwhile";

export function itemsQuery({ graph, me }: Services, reviewId: string, instanceId: string) {
  const queryKey = [...keys.instance(me, reviewId, instanceId), "items"] as const;
  return queryOptions<ItemsRead>({
    queryKey,
    queryFn: ({ signal, client }) => {
      const onPage = showMeanwhile(client, queryKey);
      return readItems(graph, { reviewId, instanceId }, { signal, onPage });
    },
    // Don't cache a reading that broke off.
    staleTime: ({ state: { data } }) => (data?.complete === true ? 30_000 : 0),
    // Ten thousand items are not compared with each other.
    structuralSharing: false,
  });
}

/**
 * What is to be decided in an instance: rows can be seen while more are read, and `complete` says when all were.
 * Given the instance's status, it is read anew when that changes.
 */
export function useItems(reviewId: string, instanceId: string, status?: string) {
  const query = useQuery(itemsQuery(useServices(), reviewId, instanceId));
  const { refetch } = query;
  const known = useRef(status);
  useEffect(() => {
    const before = known.current;
    known.current = status;
    if (before !== undefined && status !== undefined && before !== status) void refetch();
  }, [status, refetch]);
  return query;
}
