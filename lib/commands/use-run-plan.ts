import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import type { Plan } from "@/lib/domain/plan";
import { inventory } from "@/lib/inventory/use-inventory";
import { useDoors } from "@/lib/queries/doors";
import { keys } from "@/lib/queries/keys";
import { amendInventory } from "./amend-inventory";
import type { RunSnapshot } from "./run";
import { RunLog } from "./run-log";
import { runPlan } from "./run-plan";
import { useDoorsToAct } from "./use-doors-to-act";

const REFRESH_MILLISECONDS = 150;

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
  const doors = useDoorsToAct();
  const { me } = useDoors();
  const client = useQueryClient();
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
      const go = async () => {
        const result = await runPlan(plan, doors, { onEvent, signal: controller.signal });
        clearInterval(timer);
        setSnapshot(log.snapshot(result));
        current.current = null;
        await amendInventory(plan, result, inventory(), doors.graph);
        await client.invalidateQueries({ queryKey: keys.all(me), predicate: isChanged });
      };
      go().catch((error: unknown) => {
        clearInterval(timer);
        current.current = null;
        // What is left of it is told by the history: every decision is there before its act.
        reportError(error);
      });
    },
    [client, doors, me],
  );
  const stop = useCallback(() => {
    current.current?.abort();
  }, []);
  useStayWhileRunning(snapshot !== null && snapshot.result === null);
  return { snapshot, run, stop };
}

const CHANGED = new Set(["history", "unsettled", "deleted-guests", "guest"]);

function isChanged({ queryKey }: { readonly queryKey: readonly unknown[] }): boolean {
  return CHANGED.has(String(queryKey[2]));
}

/** Asks before the page is left while something is sent. */
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
