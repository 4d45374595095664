import { queryOptions, useQuery } from "@tanstack/react-query";
import { readInviters } from "@/lib/graph/audit/read-inviters";
import { type Services, useServices } from "@/lib/services/services";
import { keys } from "./keys";

export function invitersQuery({ graph, me }: Services) {
  return queryOptions({
    queryKey: keys.inviters(me),
    queryFn: ({ signal }) => readInviters(graph, signal),
    staleTime: 300_000,
  });
}

/** Who invited whom, as far as the audit log reaches back; an error where the person may not read it. */
export function useInviters({ enabled = true } = {}) {
  return useQuery({ ...invitersQuery(useServices()), enabled });
}
