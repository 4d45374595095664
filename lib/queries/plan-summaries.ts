import { useQuery } from "@tanstack/react-query";
import type { OperationRow, PlanSummary } from "@/lib/contract/history";
import { readHistory } from "@/lib/services/read-history";
import { useServices } from "@/lib/services/services";
import { keys } from "./keys";

/** Most plans that are looked into: each is a request of its own. */
const PLANS_MAX = 5;

/** How far the plans of these rows were recorded; only of the newest few that say how many operations were confirmed. */
export function usePlanSummaries(rows: readonly OperationRow[]): readonly PlanSummary[] {
  const { api, me } = useServices();
  const several = rows.filter(({ confirmed = 1 }) => confirmed > 1);
  const planIds = [...new Set(several.map(({ operation }) => operation.planId))].slice(
    0,
    PLANS_MAX,
  );
  const { data } = useQuery({
    queryKey: [...keys.histories(me), "plans", planIds],
    queryFn: async ({ signal }) => {
      const answers = await Promise.all(
        planIds.map((plan) => readHistory(api, { plan, limit: 1 }, signal)),
      );
      return answers.flatMap(({ plans }) => plans);
    },
    enabled: planIds.length > 0,
  });
  return data ?? [];
}
