import { queryOptions, useQuery } from "@tanstack/react-query";
import { readAllRoleHolders } from "@/lib/graph/roles/read-all-role-holders";
import { type Services, useServices } from "@/lib/services/services";
import { keys } from "./keys";

export function allRoleHoldersQuery({ graph, me }: Services) {
  return queryOptions({
    queryKey: [...keys.all(me), "all-role-holders"],
    queryFn: ({ signal }) => readAllRoleHolders(graph, signal),
    staleTime: 60_000,
  });
}

/** Everybody who holds a directory role, by id in lower case. */
export function useAllRoleHolders({ enabled }: { readonly enabled: boolean }) {
  return useQuery({ ...allRoleHoldersQuery(useServices()), enabled });
}
