import { queryOptions, useQuery } from "@tanstack/react-query";
import { isOperation } from "@/lib/contract/history";
import { DAY } from "@/lib/domain/time";
import { readWholeHistory } from "@/lib/services/read-history";
import { type Services, useServices } from "@/lib/services/services";
import { keys } from "./keys";

/** A day more than Entra keeps deleted accounts. */
const LOOK_BACK = 31 * DAY;

export function removalsQuery({ api, me, now }: Services) {
  return queryOptions({
    queryKey: [...keys.histories(me), "removals"],
    queryFn: async ({ signal }) => {
      const from = new Date(now() - LOOK_BACK).toISOString();
      const rows = await readWholeHistory(api, { kind: "remove", from }, signal);
      return rows.filter(isOperation).filter(({ operation }) => operation.kind === "remove");
    },
  });
}

/** The removals of the last 31 days that the history has, the latest first. */
export function useRemovals() {
  return useQuery(removalsQuery(useServices()));
}
