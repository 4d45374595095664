import { queryOptions, useQuery } from "@tanstack/react-query";
import { readDeletedGuests } from "@/lib/graph/deleted-items/read-deleted-guests";
import { type Services, useServices } from "@/lib/services/services";
import { keys } from "./keys";

export function deletedGuestsQuery({ graph, me }: Services) {
  return queryOptions({
    queryKey: keys.deletedGuests(me),
    queryFn: ({ signal }) => readDeletedGuests(graph, signal),
    staleTime: 30_000,
  });
}

/** The guests whose accounts were removed and can still be restored, the latest first. */
export function useDeletedGuests() {
  return useQuery(deletedGuestsQuery(useServices()));
}
