import { useCallback, useEffect, useRef, useState } from "react";
import type { RunOptions, RunOutline, RunResult, RunSnapshot } from "@/lib/runner/run";
import { RunLog } from "@/lib/runner/run-log";

const REFRESH_MILLISECONDS = 150;

/** A run of plans of one kind. */
export interface RunOf<P> {
  /** Null before a plan is run; its `result` is null while the run goes on. */
  readonly snapshot: RunSnapshot | null;
  /** Runs a plan; another one only when the last is over. */
  run(plan: P): void;
  /** Sends nothing more; what was sent is still recorded. */
  stop(): void;
}

/** How plans of one kind are run. All of it has to stay the same between renderings. */
export interface Running<P> {
  readonly outline: (plan: P) => RunOutline;
  readonly go: (plan: P, options: RunOptions) => Promise<RunResult>;
  /** Tells the rest of the tab what has changed. */
  readonly after: (plan: P, result: RunResult) => Promise<void>;
}

/** Runs plans and shows how far they are. A run goes on when the component that began it is gone. */
export function useRun<P>({ outline, go, after }: Running<P>): RunOf<P> {
  const [snapshot, setSnapshot] = useState<RunSnapshot | null>(null);
  const current = useRef<AbortController | null>(null);
  const run = useCallback(
    (plan: P) => {
      if (current.current !== null) return;
      const controller = new AbortController();
      current.current = controller;
      const log = new RunLog(outline(plan), () => Date.now());
      setSnapshot(log.snapshot(null));
      const timer = setInterval(() => {
        setSnapshot(log.snapshot(null));
      }, REFRESH_MILLISECONDS);
      const onEvent = log.take.bind(log);
      const work = async () => {
        const result = await go(plan, { onEvent, signal: controller.signal });
        clearInterval(timer);
        setSnapshot(log.snapshot(result));
        current.current = null;
        await after(plan, result);
      };
      work().catch((error: unknown) => {
        clearInterval(timer);
        current.current = null;
        // What is left of it is told by the history: everything is there before its act.
        reportError(error);
      });
    },
    [outline, go, after],
  );
  const stop = useCallback(() => {
    current.current?.abort();
  }, []);
  useStayWhileRunning(snapshot?.result === null);
  return { snapshot, run, stop };
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
