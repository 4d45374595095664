import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import type { Plan } from "@/lib/domain/plan";
import { inventory } from "@/lib/inventory/use-inventory";
import { useServices } from "@/lib/services/services";
import { keys } from "@/lib/queries/keys";
import { amendInventory } from "./amend-inventory";
import type { RunOptions, RunOutline, RunResult } from "@/lib/runner/run";
import { runPlan } from "@/lib/runner/run-plan";
import { useRunnerServices } from "@/lib/services/use-runner-services";
import { type RunOf, useRun } from "./use-run";

export type PlanRun = RunOf<Plan>;

/** Runs plans of decisions about guests and shows how far they are. */
export function useRunPlan(): PlanRun {
  const services = useRunnerServices();
  const { me } = useServices();
  const client = useQueryClient();
  const go = useCallback(
    (plan: Plan, options: RunOptions) => runPlan(plan, services, options),
    [services],
  );
  const after = useCallback(
    async (plan: Plan, result: RunResult) => {
      await amendInventory(plan, result, inventory(), services.graph);
      await client.invalidateQueries({ queryKey: keys.all(me), predicate: isChanged });
    },
    [client, services, me],
  );
  return useRun({ outline, go, after });
}

function outline({ id, kind, decisions }: Plan): RunOutline {
  const operationIds = decisions.map(({ decision }) => decision.id);
  return { planId: id, operationIds, onlyRecorded: kind === "keep" };
}

const CHANGED = new Set(["history", "unresolved", "deleted-guests", "guest"]);

function isChanged({ queryKey }: { readonly queryKey: readonly unknown[] }): boolean {
  return CHANGED.has(String(queryKey[2]));
}
