import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import type { Plan } from "@/lib/domain/plan";
import { inventory } from "@/lib/inventory/use-inventory";
import { useDoors } from "@/lib/queries/doors";
import { keys } from "@/lib/queries/keys";
import { amendInventory } from "./amend-inventory";
import type { RunOptions, RunOutline, RunResult } from "./run";
import { runPlan } from "./run-plan";
import { useDoorsToAct } from "./use-doors-to-act";
import { type RunOf, useRun } from "./use-run";

export type PlanRun = RunOf<Plan>;

/** Runs plans of decisions about guests and shows how far they are. */
export function useRunPlan(): PlanRun {
  const doors = useDoorsToAct();
  const { me } = useDoors();
  const client = useQueryClient();
  const go = useCallback(
    (plan: Plan, options: RunOptions) => runPlan(plan, doors, options),
    [doors],
  );
  const after = useCallback(
    async (plan: Plan, result: RunResult) => {
      await amendInventory(plan, result, inventory(), doors.graph);
      await client.invalidateQueries({ queryKey: keys.all(me), predicate: isChanged });
    },
    [client, doors, me],
  );
  return useRun({ outline, go, after });
}

function outline({ id, kind, decisions }: Plan): RunOutline {
  const deedIds = decisions.map(({ decision }) => decision.id);
  return { planId: id, deedIds, onlyRecorded: kind === "keep" };
}

const CHANGED = new Set(["history", "unsettled", "deleted-guests", "guest"]);

function isChanged({ queryKey }: { readonly queryKey: readonly unknown[] }): boolean {
  return CHANGED.has(String(queryKey[2]));
}
