import { describe, expect, test } from "vitest";
import { GATHER_MILLISECONDS } from "./answer-queue";
import { answersAgain } from "./answer";
import { someBike } from "./testing/bikes";
import { DONE, operationOf, queueFixture, REFUSED, nextTask } from "./testing/queue-fixture";

describe("Answers on their way", () => {
  test("are gathered for a second into one plan, in the order in which they were given", async () => {
    const { runs, pass, give, queue } = queueFixture();
    give("Ada", "scrap");
    give("Ben", "repair");
    await pass(GATHER_MILLISECONDS - 1);
    expect(runs).toEqual([]);
    expect(queue.view().underWay).toBe(2);
    await pass(1);
    expect(runs.map(({ labels }) => labels)).toEqual([["Ada scrap", "Ben repair"]]);
  });

  test("are one a plan for each item: only the last answer within a second counts", async () => {
    const { runs, pass, give } = queueFixture();
    give("Ada", "scrap");
    give("Ben", "scrap");
    give("Ada", "repair");
    await pass(GATHER_MILLISECONDS);
    expect(runs.map(({ labels }) => labels)).toEqual([["Ben scrap", "Ada repair"]]);
  });

  test("wait while a plan runs, and go together after it", async () => {
    const { runs, pass, give } = queueFixture();
    give("Ada", "scrap");
    await pass(GATHER_MILLISECONDS);
    give("Ben", "scrap");
    await pass(GATHER_MILLISECONDS);
    give("Cleo", "scrap");
    await pass(GATHER_MILLISECONDS);
    expect(runs).toHaveLength(1);
    runs[0]?.end();
    await nextTask();
    expect(runs.map(({ labels }) => labels)).toEqual([["Ada scrap"], ["Ben scrap", "Cleo scrap"]]);
  });

  test("wait for answers, not for the proofs that a run ends with", async () => {
    const { runs, pass, give, queue } = queueFixture();
    give("Ada", "scrap");
    await pass(GATHER_MILLISECONDS);
    runs[0]?.tell({ kind: "operation", operationId: operationOf(runs[0], 0), state: DONE });
    give("Ben", "scrap");
    await pass(GATHER_MILLISECONDS);
    expect(runs).toHaveLength(2);
    runs[1]?.tell({ kind: "operation", operationId: operationOf(runs[1], 0), state: DONE });
    await pass(100);
    expect(queue.view()).toMatchObject({ underWay: 0, busy: true });
    runs[0]?.end();
    runs[1]?.end();
    await nextTask();
    expect(queue.view().busy).toBe(false);
  });

  test("show the state of each, and are over when every one is", async () => {
    const { runs, pass, give, queue, stateOf } = queueFixture();
    give("Ada", "scrap");
    give("Ben", "scrap");
    expect(stateOf("Ada")).toBe("waiting");
    await pass(GATHER_MILLISECONDS);
    runs[0]?.tell({ kind: "operation", operationId: operationOf(runs[0], 0), state: "recorded" });
    runs[0]?.tell({ kind: "operation", operationId: operationOf(runs[0], 1), state: REFUSED });
    await pass(100);
    expect([stateOf("Ada"), stateOf("Ben")]).toEqual(["recorded", REFUSED]);
    expect(queue.view().underWay).toBe(1);
    runs[0]?.tell({ kind: "operation", operationId: operationOf(runs[0], 0), state: DONE });
    runs[0]?.end();
    await nextTask();
    expect(stateOf("Ada")).toEqual(DONE);
    expect(queue.view().underWay).toBe(0);
  });

  test("what becomes of an earlier answer does not touch the later one about the same item", async () => {
    const { runs, pass, give, stateOf, queue } = queueFixture();
    give("Ada", "scrap");
    await pass(GATHER_MILLISECONDS);
    give("Ada", "repair");
    runs[0]?.tell({ kind: "operation", operationId: operationOf(runs[0], 0), state: REFUSED });
    runs[0]?.end();
    await nextTask();
    expect(stateOf("Ada")).toBe("waiting");
    expect(queue.view().answers.get("bike-Ada")?.decision).toBe("repair");
    expect(runs.map(({ labels }) => labels)).toEqual([["Ada scrap"], ["Ada repair"]]);
  });

  test("a view that was taken stays as it was", async () => {
    const { queue, give, pass } = queueFixture();
    const before = queue.view();
    give("Ada", "scrap");
    const after = queue.view();
    await pass(GATHER_MILLISECONDS);
    expect(before.answers.size).toBe(0);
    expect(after.answers.get("bike-Ada")).toMatchObject({ state: "waiting", operationId: null });
  });

  test("can be taken back until they are part of a plan", async () => {
    const { queue, runs, pass, give, stateOf } = queueFixture();
    give("Ada", "scrap");
    expect(queue.takeBack("bike-Ada")).toBe(true);
    expect(stateOf("Ada")).toBeUndefined();
    await pass(GATHER_MILLISECONDS);
    expect(runs).toEqual([]);
    give("Ada", "scrap");
    await pass(GATHER_MILLISECONDS);
    expect(queue.takeBack("bike-Ada")).toBe(false);
  });

  test("taken back, what was answered before stands again", async () => {
    const { queue, runs, pass, give } = queueFixture();
    give("Ada", "scrap");
    await pass(GATHER_MILLISECONDS);
    runs[0]?.tell({ kind: "operation", operationId: operationOf(runs[0], 0), state: DONE });
    runs[0]?.end();
    await nextTask();
    give("Ada", "repair");
    give("Ada", "repair");
    queue.takeBack("bike-Ada");
    expect(queue.view().answers.get("bike-Ada")).toMatchObject({ decision: "scrap", state: DONE });
  });

  test("that were not accepted can be given again; a broken run does not stop the next", async () => {
    const { queue, runs, pass, give, stateOf, reported } = queueFixture();
    give("Ada", "scrap");
    await pass(GATHER_MILLISECONDS);
    runs[0]?.fail();
    await nextTask();
    expect(reported).toHaveLength(1);
    expect(stateOf("Ada")).toMatchObject({ result: "unknown" });
    expect(queue.view().underWay).toBe(0);
    const shown = someBike("Ada", { decision: "repair" });
    queue.give(...answersAgain([...queue.view().answers.values()], [shown]));
    await pass(GATHER_MILLISECONDS);
    expect(runs).toHaveLength(2);
    expect(queue.view().answers.get(shown.id)?.item, "as it is shown by now").toBe(shown);
  });

  test("of which no plan can be made say that nothing was sent", async () => {
    const { queue, runs, pass, give, stateOf, refusePlans } = queueFixture();
    refusePlans();
    give("Ada", "scrap");
    await pass(GATHER_MILLISECONDS);
    await nextTask();
    expect(runs).toEqual([]);
    expect(stateOf("Ada")).toMatchObject({ result: "failed", detail: "Nothing was sent." });
    expect(queue.view().underWay).toBe(0);
  });

  test("are forgotten once a later list shows them, but never while under way", async () => {
    const { queue, runs, pass, give, stateOf } = queueFixture();
    const listed = [someBike("Ada", { decision: "scrap" })];
    give("Ada", "scrap");
    queue.reconcile(listed, 500);
    expect(stateOf("Ada")).toBe("waiting");
    await pass(GATHER_MILLISECONDS);
    runs[0]?.tell({ kind: "operation", operationId: operationOf(runs[0], 0), state: DONE });
    runs[0]?.end();
    await nextTask();
    queue.reconcile([someBike("Ada")], GATHER_MILLISECONDS + 1);
    expect(stateOf("Ada"), "the list lags").toEqual(DONE);
    queue.reconcile(listed, GATHER_MILLISECONDS + 1);
    expect(stateOf("Ada")).toBeUndefined();
  });

  test("that stay as they are cause no new view when a list is read", () => {
    const { queue, give } = queueFixture();
    give("Ada", "scrap");
    const before = queue.view();
    queue.reconcile([someBike("Ada"), someBike("Ben")], 500);
    expect(queue.view()).toBe(before);
  });

  test("say how long Graph asks to wait, until the run is over", async () => {
    const { queue, runs, pass, give } = queueFixture();
    give("Ada", "scrap");
    await pass(GATHER_MILLISECONDS);
    runs[0]?.tell({ kind: "waiting", until: 12_000 });
    await pass(100);
    expect(queue.view().waitingUntil).toBe(12_000);
    runs[0]?.end();
    await nextTask();
    expect(queue.view().waitingUntil).toBeNull();
  });
});
