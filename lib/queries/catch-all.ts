import { queryOptions, useQuery } from "@tanstack/react-query";
import { type Services, useServices } from "@/lib/services/services";
import { keys } from "./keys";
import { readCatchAllGroup } from "./read-catch-all";

export function catchAllQuery(services: Services) {
  return queryOptions({
    queryKey: [...keys.histories(services.me), "catch-all"],
    queryFn: ({ signal }) => readCatchAllGroup(services, signal),
    staleTime: 30_000,
  });
}

/** The group of the guests that no other review covers; null while there is none. */
export function useCatchAllGroup() {
  return useQuery(catchAllQuery(useServices()));
}
