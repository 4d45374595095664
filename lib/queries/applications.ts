import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import { searchApplications } from "@/lib/graph/choices/search-applications";
import { type Services, useServices } from "@/lib/services/services";
import { keys } from "./keys";

export function applicationsQuery({ graph, me }: Services, text: string) {
  return queryOptions({
    queryKey: [...keys.all(me), "applications", text],
    queryFn: ({ signal }) => searchApplications(graph, text, signal),
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  });
}

/** The first few applications whose name matches the text. */
export function useApplications(text: string) {
  return useQuery(applicationsQuery(useServices(), text.trim()));
}
