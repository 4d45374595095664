import { expect, test } from "vitest";
import type { Outcome } from "@/lib/domain/outcome";
import { RunLog } from "./run-log";
import { nth } from "./testing/nth";
import { SmallWorld } from "./testing/small-world";

const done: Outcome = { result: "done", evidence: "observed", detail: null, requestId: null };

test("a run shows how many are finished, how fast, and what it waits for", () => {
  const world = new SmallWorld();
  const plan = world.plan("remove", world.guests(10));
  let now = 100_000;
  const log = new RunLog(plan, () => now);
  for (const { decision } of plan.decisions.slice(0, 5)) {
    log.take({ kind: "decision", decisionId: decision.id, state: done });
  }
  log.take({ kind: "waiting", until: 112_000 });
  log.take({ kind: "unsaved", count: 3 });
  const early = { finished: 5, total: 10, perSecond: 1, waitingUntil: 112_000, unsaved: 3 };
  expect(log.snapshot(null)).toMatchObject(early);
  now += 10_000;
  expect(log.snapshot(null)).toMatchObject({ finished: 5, perSecond: 0 });
});

test("a decision to keep is finished when it is recorded, any other is not", () => {
  const world = new SmallWorld();
  const guests = world.guests(1);
  const finished = (["keep", "block"] as const).map((kind) => {
    const plan = world.plan(kind, guests);
    const log = new RunLog(plan, () => 0);
    const decisionId = nth(plan.decisions, 0).decision.id;
    log.take({ kind: "decision", decisionId, state: "recorded" });
    return log.snapshot(null).finished;
  });
  expect(finished).toEqual([1, 0]);
});
