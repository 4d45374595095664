import { queryOptions, useQuery } from "@tanstack/react-query";
import { readLicence } from "@/lib/graph/reviews/read-licence";
import { type Services, useServices } from "@/lib/services/services";
import { keys } from "./keys";

export function licenceQuery({ graph, me }: Services) {
  return queryOptions({
    queryKey: [...keys.all(me), "licence"],
    queryFn: ({ signal }) => readLicence(graph, signal),
    staleTime: 300_000,
  });
}

/** Whether the organization has the licences that reviews depend on; null where that could not be read. */
export function useLicence() {
  return useQuery(licenceQuery(useServices()));
}
