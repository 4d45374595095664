import { queryOptions, useQuery } from "@tanstack/react-query";
import { readFootprint } from "@/lib/graph/footprint/read-footprint";
import { type Services, useServices } from "@/lib/services/services";
import { keys } from "./keys";

export function footprintQuery({ graph, me }: Services, guestId: string) {
  return queryOptions({
    queryKey: keys.footprint(me, guestId),
    queryFn: ({ signal }) => readFootprint(graph, guestId, signal),
    staleTime: 60_000,
  });
}

/** What one guest can reach: groups, app roles, directory roles, owned objects. */
export function useFootprint(guestId: string) {
  return useQuery(footprintQuery(useServices(), guestId));
}
