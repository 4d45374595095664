import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { kindsOf, type Plan } from "@/lib/domain/plan";
import { inventory } from "@/lib/inventory/use-inventory";
import { keys } from "@/lib/queries/keys";
import type { RunResult, RunSnapshot } from "@/lib/runner/run";
import { RunLog } from "@/lib/runner/run-log";
import { runPlan } from "@/lib/runner/run-plan";
import { useServices } from "@/lib/services/services";
import { useRunnerServices } from "@/lib/services/use-runner-services";
import { amendInventory } from "./amend-inventory";

const REFRESH_MILLISECONDS = 150;

/** A run as a component works with it. */
export interface PlanRun {
  /** Null before a plan is run; its `result` is null while the run goes on. */
  readonly snapshot: RunSnapshot | null;
  /** Runs a plan; another one only when the last is over. */
  run(plan: Plan): void;
  /** Sends nothing more; what was sent is still recorded. */
  stop(): void;
}

/** Runs plans and shows how far they are. A run goes on when the component that began it is gone. */
export function useRunPlan(): PlanRun {
  const services = useRunnerServices();
  const after = useTellTab();
  const [snapshot, setSnapshot] = useState<RunSnapshot | null>(null);
  const current = useRef<AbortController | null>(null);
  const run = useCallback(
    (plan: Plan) => {
      if (current.current !== null) return;
      const controller = new AbortController();
      current.current = controller;
      const log = new RunLog(plan, () => Date.now());
      setSnapshot(log.snapshot(null));
      const timer = setInterval(() => {
        setSnapshot(log.snapshot(null));
      }, REFRESH_MILLISECONDS);
      const onEvent = log.take.bind(log);
      const work = async () => {
        const result = await runPlan(plan, services, { onEvent, signal: controller.signal });
        clearInterval(timer);
        setSnapshot(log.snapshot(result));
        current.current = null;
        await after(plan, result);
      };
      work().catch((error: unknown) => {
        clearInterval(timer);
        current.current = null;
        // The history has the rest: every operation is recorded before it is sent.
        reportError(error);
      });
    },
    [services, after],
  );
  const stop = useCallback(() => {
    current.current?.abort();
  }, []);
  useStayWhileRunning(snapshot?.result === null);
  return { snapshot, run, stop };
}

/** Tells the rest of the tab what a run has changed. */
function useTellTab(): (plan: Plan, result: RunResult) => Promise<void> {
  const { graph, me } = useServices();
  const client = useQueryClient();
  return useCallback(
    async (plan, result) => {
      await amendInventory(plan, result, inventory(), graph);
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
  ...["reviews", "my-reviews", "groups", "coverage"],
]);

function isChanged({ queryKey }: { readonly queryKey: readonly unknown[] }): boolean {
  return CHANGED.has(String(queryKey[2]));
}

/** Asks for confirmation before the page is left while something is being sent. */
function useStayWhileRunning(running: boolean): void {
  useEffect(() => {
    if (!running) return;
    const stay = (event: BeforeUnloadEvent) => {
      event.preventDefault();
    };
    window.addEventListener("beforeunload", stay);
    return () => {
      window.removeEventListener("beforeunload", stay);
    };
  }, [running]);
}
