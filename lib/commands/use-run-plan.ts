import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";
import { kindsOf, type Plan } from "@/lib/domain/plan";
import { inventory } from "@/lib/inventory/use-inventory";
import { keys } from "@/lib/queries/keys";
import type { RunResult, RunSnapshot } from "@/lib/runner/run";
import { RunLog } from "@/lib/runner/run-log";
import { runPlan } from "@/lib/runner/run-plan";
import { useServices } from "@/lib/services/services";
import { LIST_OF_GUESTS, tabKey } from "@/lib/services/tab-key";
import { useRunnerServices } from "@/lib/services/use-runner-services";
import { amendInventory, listOf } from "./amend-inventory";
import {
  addTabRun,
  dismissTabRun,
  dropTabRun,
  leaveTabRun,
  reportTabRun,
  showTabRun,
  stopTabRun,
  tabRuns,
  useTabRuns,
} from "./tab-runs";

const REFRESH_MILLISECONDS = 150;

/** A run as a dialog works with it. */
export interface PlanRun {
  /** Null before a plan is run; its `result` is null while the run goes on. */
  readonly snapshot: RunSnapshot | null;
  readonly isStopping: boolean;
  /** Runs a plan; another one only when the last is over. `undoes` is the plan that it takes back. */
  run(plan: Plan, undoes: string | null): void;
  /** Sends nothing more; what was sent is still recorded. */
  stop(): void;
}

/** The dialog that a run is shown in. */
interface RunDialog {
  readonly open: boolean;
  readonly title: string;
  readonly danger: boolean;
  /** The run of this tab that it shows at first; null where it begins one. */
  readonly planId: string | null;
}

/** Runs plans and shows how far they are. A run goes on in the tab when the dialog that began it is gone. */
export function useRunPlan({ open, title, danger, planId: first }: RunDialog): PlanRun {
  const services = useRunnerServices();
  const { homeAccountId: accountId } = useServices().me;
  const after = useTellTab();
  const [planId, setPlanId] = useState(first);
  const shown = useTabRuns().find(({ plan }) => plan.id === planId);
  const run = useCallback(
    (plan: Plan, undoes: string | null) => {
      if (planId !== null) {
        if (isRunningNow(planId)) return;
        dismissTabRun(planId);
      }
      const controller = new AbortController();
      const log = new RunLog(plan, () => Date.now());
      const snapshot = log.snapshot(null);
      addTabRun({ accountId, title, danger, plan, undoes, snapshot }, controller);
      setPlanId(plan.id);
      const timer = setInterval(() => {
        reportTabRun(plan.id, log.snapshot(null));
      }, REFRESH_MILLISECONDS);
      const onEvent = log.take.bind(log);
      const work = async () => {
        const result = await runPlan(plan, services, { onEvent, signal: controller.signal });
        clearInterval(timer);
        reportTabRun(plan.id, log.snapshot(result));
        await after(plan, result);
      };
      work().catch((error: unknown) => {
        clearInterval(timer);
        // The history has the rest: every operation is recorded before it is sent.
        if (isRunningNow(plan.id)) dropTabRun(plan.id);
        reportError(error);
      });
    },
    [services, after, accountId, title, danger, planId],
  );
  const stop = useCallback(() => {
    if (planId !== null) stopTabRun(planId);
  }, [planId]);
  useEffect(() => {
    if (planId === null || !open) return;
    showTabRun(planId);
    return () => {
      leaveTabRun(planId);
    };
  }, [planId, open]);
  return { snapshot: shown?.snapshot ?? null, isStopping: shown?.isStopping ?? false, run, stop };
}

function isRunningNow(planId: string): boolean {
  return tabRuns().some(({ plan, snapshot }) => plan.id === planId && snapshot.result === null);
}

/** Tells the rest of the tab what a run has changed. */
function useTellTab(): (plan: Plan, result: RunResult) => Promise<void> {
  const { graph, me } = useServices();
  const client = useQueryClient();
  return useCallback(
    async (plan, result) => {
      await amendInventory(plan, result, listOf(inventory(), tabKey(LIST_OF_GUESTS, me)), graph);
      await client.invalidateQueries({
        queryKey: keys.all(me),
        predicate: isChanged,
        // Reviewers answer for minutes, so their items are read again on request and not after each answer.
        refetchType: kindsOf(plan).every((kind) => kind === "answer-item") ? "none" : "active",
      });
    },
    [client, graph, me],
  );
}

const CHANGED = new Set([
  ...["history", "unresolved", "guest", "deleted-guests"],
  ...["reviews", "my-reviews", "groups"],
]);

function isChanged({ queryKey }: { readonly queryKey: readonly unknown[] }): boolean {
  return CHANGED.has(String(queryKey[2]));
}
