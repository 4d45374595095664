import { queryOptions, useQuery } from "@tanstack/react-query";
import { readPolicy } from "@/lib/services/read-policy";
import { type Services, useServices } from "@/lib/services/services";
import { keys } from "./keys";

export function policyQuery({ api, me }: Services) {
  return queryOptions({
    queryKey: keys.policy(me),
    queryFn: ({ signal }) => readPolicy(api, signal),
    staleTime: 60_000,
  });
}

/** The tenant's policy; DEFAULT_POLICY holds where nobody set one, and the answer says so. */
export function usePolicy() {
  return useQuery(policyQuery(useServices()));
}
