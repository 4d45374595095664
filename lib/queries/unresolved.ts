import { queryOptions, useQuery } from "@tanstack/react-query";
import { isOperation } from "@/lib/contract/history";
import { type Services, useServices } from "@/lib/services/services";
import { keys } from "./keys";
import { readWholeHistory } from "@/lib/services/read-history";

export function unresolvedQuery({ api, me }: Services) {
  return queryOptions({
    queryKey: keys.unresolved(me),
    queryFn: async ({ signal }) =>
      (await readWholeHistory(api, { result: "unresolved" }, signal)).filter(isOperation),
  });
}

/** Operations without a known outcome: a tab was closed, or an answer never came. */
export function useUnresolved() {
  return useQuery(unresolvedQuery(useServices()));
}
