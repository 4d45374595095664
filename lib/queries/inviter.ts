import { queryOptions, useQuery } from "@tanstack/react-query";
import { readInviter } from "@/lib/graph/audit/read-inviter";
import { type Services, useServices } from "@/lib/services/services";
import { keys } from "./keys";

export function inviterQuery({ graph, me }: Services, guestId: string) {
  return queryOptions({
    queryKey: keys.inviter(me, guestId),
    queryFn: ({ signal }) => readInviter(graph, guestId, signal),
    // The past does not change, and the audit log answers five requests in ten seconds.
    staleTime: Infinity,
    retry: false,
  });
}

/** Who invited a guest; null when the audit log does not reach back so far. */
export function useInviter(guestId: string) {
  return useQuery(inviterQuery(useServices(), guestId));
}
