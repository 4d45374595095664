import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { RunResult, RunSnapshot } from "@/lib/runner/run";
import { addTabRun, dropTabRun, reportTabRun, stopRunsOfOthers, tabRuns } from "./tab-runs";

/** Pages of other tests may have left runs in this process. */
const dropAll = () => {
  for (const { plan } of tabRuns()) dropTabRun(plan.id);
};

beforeEach(dropAll);
afterEach(() => {
  vi.useRealTimers();
  dropAll();
});

const snapshot = (planId: string, result: RunResult | null): RunSnapshot => ({
  ...{ planId, total: 1, finished: 0, states: new Map(), waitingUntil: null },
  ...{ perSecond: 0, unsaved: 0, result },
});

/** Begins a run of an account; `end` is what the runner says at its end. */
function begin(planId: string, accountId: string) {
  const controller = new AbortController();
  const plan = { id: planId, reason: "", operations: [], skipped: [] };
  const shown = {
    title: "Block",
    danger: false,
    plan,
    undoes: null,
    snapshot: snapshot(planId, null),
  };
  addTabRun({ accountId, ...shown }, controller);
  const end = () => {
    reportTabRun(planId, snapshot(planId, { results: [], stopped: { kind: "asked" } }));
  };
  return { signal: controller.signal, end };
}

test("Who signs out stops their runs at once, and leaves when what was sent is recorded", async () => {
  const ours = begin("plan-1", "grace");
  const theirs = begin("plan-2", "uma");
  let isOver = false;
  const over = stopRunsOfOthers(["uma"]).then(() => {
    isOver = true;
  });
  expect(ours.signal.aborted).toBe(true);
  expect(theirs.signal.aborted).toBe(false);
  await Promise.resolve();
  expect(isOver).toBe(false);
  ours.end();
  await over;
  expect(tabRuns().map(({ isStopping }) => isStopping)).toEqual([true, false]);
});

test("Nobody waits longer than five seconds to sign out, and not at all where nothing runs", async () => {
  vi.useFakeTimers();
  await stopRunsOfOthers([]);
  const { signal } = begin("plan-3", "grace");
  const over = stopRunsOfOthers([]);
  await vi.advanceTimersByTimeAsync(5_000);
  await over;
  expect(signal.aborted).toBe(true);
});
