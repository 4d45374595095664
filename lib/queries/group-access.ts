import { queryOptions, useQuery } from "@tanstack/react-query";
import type { AccessRequest } from "@/lib/domain/reviews/reconcile";
import { readAccess } from "@/lib/graph/groups/read-access";
import { type Services, useServices } from "@/lib/services/services";
import { keys } from "./keys";

export function accessQuery({ graph, me }: Services, requests: readonly AccessRequest[]) {
  return queryOptions({
    queryKey: [...keys.groups(me), "access", requests],
    queryFn: ({ signal }) => readAccess(graph, requests, signal),
    // Denials are compared with the access now, so an older reading must not be used.
    staleTime: 0,
    structuralSharing: false,
  });
}

/** Whether these guests are still in these groups, for what a review has denied; asked only where that is wanted. */
export function useAccess(requests: readonly AccessRequest[], enabled: boolean) {
  return useQuery({ ...accessQuery(useServices(), requests), enabled });
}
