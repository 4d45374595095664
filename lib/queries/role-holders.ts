import { queryOptions, useQuery } from "@tanstack/react-query";
import { readRoleHolders } from "@/lib/graph/roles/read-role-holders";
import { type Services, useServices } from "@/lib/services/services";
import { keys } from "./keys";

export function roleHoldersQuery({ graph, me }: Services, ids: readonly string[]) {
  return queryOptions({
    queryKey: keys.roleHolders(me, ids),
    queryFn: ({ signal }) => readRoleHolders(graph, ids, signal),
    staleTime: 60_000,
    gcTime: 60_000,
  });
}

/** Those of the selected who hold a directory role: to be known before a plan is made. */
export function useRoleHolders(ids: readonly string[]) {
  return useQuery(roleHoldersQuery(useServices(), ids));
}
