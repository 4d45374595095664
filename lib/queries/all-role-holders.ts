import { queryOptions, useQuery } from "@tanstack/react-query";
import { readAllRoleHolders } from "@/lib/graph/roles/read-all-role-holders";
import { type Services, useServices } from "@/lib/services/services";
import { keys } from "./keys";

export function allRoleHoldersQuery({ graph, me }: Services, eligible: boolean) {
  return queryOptions({
    queryKey: [...keys.all(me), "all-role-holders", eligible],
    queryFn: ({ signal }) => readAllRoleHolders(graph, { eligible, signal }),
    staleTime: 60_000,
  });
}

/** Everybody who holds a directory role, with those who may only activate one where that is asked for. */
export function useAllRoleHolders(options: {
  readonly enabled: boolean;
  readonly eligible: boolean;
}) {
  return useQuery({
    ...allRoleHoldersQuery(useServices(), options.eligible),
    enabled: options.enabled,
  });
}
