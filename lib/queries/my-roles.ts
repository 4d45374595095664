import { queryOptions, useQuery } from "@tanstack/react-query";
import { readMyRoles } from "@/lib/graph/roles/read-my-roles";
import { type Services, useServices } from "@/lib/services/services";
import { keys } from "./keys";

export function myRolesQuery({ graph, me }: Services) {
  return queryOptions({
    queryKey: keys.myRoles(me),
    queryFn: ({ signal }) => readMyRoles(graph, signal),
    staleTime: 300_000,
  });
}

/** Template ids of the directory roles that the signed-in person holds, for `mayExecute`; null when not known. */
export function useMyRoles() {
  return useQuery(myRolesQuery(useServices()));
}
