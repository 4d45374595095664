import { queryOptions, useQuery } from "@tanstack/react-query";
import type { PolicyAnswer } from "@/lib/contract/policy";
import type { CallApi } from "./api";
import { type ReadingDoors, useDoors } from "./doors";
import { keys } from "./keys";

/** The tenant's policy, and who set it when and why. */
export function readPolicy(api: CallApi, signal?: AbortSignal): Promise<PolicyAnswer> {
  const schema = async () => (await import("@/lib/contract/policy")).policyAnswer;
  return api<PolicyAnswer>("/api/policy", schema, { ...(signal && { signal }) });
}

export function policyQuery({ api, me }: ReadingDoors) {
  return queryOptions({
    queryKey: keys.policy(me),
    queryFn: ({ signal }) => readPolicy(api, signal),
    staleTime: 60_000,
  });
}

/** The tenant's policy; DEFAULT_POLICY holds where nobody set one, and the answer says so. */
export function usePolicy() {
  return useQuery(policyQuery(useDoors()));
}
