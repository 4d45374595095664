import { expect, test } from "vitest";
import type { Outcome } from "@/lib/domain/outcome";
import { oneRequest, type Plan, type PlannedOperation } from "@/lib/domain/plan";
import { RunLog } from "./run-log";

const ids = Array.from({ length: 10 }, (_, index) => `operation-${index}`);

/** A plan of operations that are sent, or only recorded. */
function planOf(operationIds: readonly string[], isSent = true): Plan {
  const request = { method: "DELETE", path: "/users/x", body: null } as const;
  const operations = operationIds.map((id): PlannedOperation => {
    const base = { id, planId: "plan", kind: "remove", reason: "r", guestId: "x" } as const;
    const operation = oneRequest({ ...base, subject: { type: "guest", id: "x" } }, request);
    return { operation: isSent ? operation : { ...operation, steps: [] }, label: "", guest: null };
  });
  return { id: "plan", reason: "r", operations, skipped: [] };
}

const done: Outcome = { result: "done", evidence: "observed", detail: null, requestId: null };

test("a run shows how many are finished, how fast, and what it waits for", () => {
  let now = 100_000;
  const log = new RunLog(planOf(ids), () => now);
  for (const operationId of ids.slice(0, 5)) {
    log.take({ kind: "operation", operationId, state: done });
  }
  log.take({ kind: "waiting", until: 112_000 });
  log.take({ kind: "unsaved", count: 3 });
  const early = { finished: 5, total: 10, perSecond: 1, waitingUntil: 112_000, unsaved: 3 };
  expect(log.snapshot(null)).toMatchObject(early);
  now += 10_000;
  expect(log.snapshot(null)).toMatchObject({ finished: 5, perSecond: 0 });
});

test("what is only to be recorded is finished when it is, and anything else is not", () => {
  const finished = [true, false].map((onlyRecorded) => {
    const log = new RunLog(planOf(["one"], !onlyRecorded), () => 0);
    log.take({ kind: "operation", operationId: "one", state: "recorded" });
    return log.snapshot(null).finished;
  });
  expect(finished).toEqual([1, 0]);
});

test("what the history does not take is not finished: nothing of it is in the history", () => {
  const log = new RunLog(planOf(["one", "two"]), () => 0);
  const stopped = { kind: "history-refused", message: "It has been taken back already." } as const;
  log.take({ kind: "operation", operationId: "one", state: { stopped } });
  expect(log.snapshot(null)).toMatchObject({ finished: 0, perSecond: 0, total: 2 });
});

test("an outcome that is seen in the directory at the end was finished when it was reported", () => {
  let now = 100_000;
  const log = new RunLog(planOf(["one"]), () => now);
  log.take({ kind: "operation", operationId: "one", state: { ...done, evidence: "reported" } });
  now += 10_000;
  log.take({ kind: "operation", operationId: "one", state: done });
  expect(log.snapshot(null)).toMatchObject({ finished: 1, perSecond: 0 });
  expect(log.snapshot(null).states.get("one")).toEqual(done);
});
