import { describe, expect, test } from "vitest";
import type { RunEvent } from "../run";
import { resolveUnknown } from "../resolve-unknown";
import { ReviewFixture } from "../testing/review-fixture";
import { plannedEntry } from "../run-recorder";
import { nth } from "../testing/nth";
import { resolveLater } from "../testing/resolve-later";
import type { Fate } from "../testing/fake-directory";

const lost = (applied: boolean): Fate => ({ kind: "no-answer", applied });

describe("one operation never makes two", () => {
  test.each(["create", "createGroup"] as const)(
    "the lost answer to %s is resolved by the mark, and nothing is sent again",
    async (make) => {
      const fixture = new ReviewFixture();
      fixture.reviews.lagMilliseconds = 12_000;
      fixture.reviews.fateOf = () => lost(true);
      const { outcome, subject, operation } = await fixture.runOne(fixture[make]());
      expect(outcome).toMatchObject({ result: "done", evidence: "observed" });
      expect(fixture.reviews.writes).toHaveLength(1);
      expect(subject?.id).not.toBe(operation.id);
      const made = [...fixture.reviews.reviews.keys(), ...fixture.reviews.groups.keys()];
      expect(made).toEqual([subject?.id]);
    },
  );

  test("what was accepted with an answer that broke off is named once it is found", async () => {
    const fixture = new ReviewFixture();
    fixture.reviews.lagMilliseconds = 20_000;
    fixture.reviews.answers = () => ({});
    const { outcome, subject } = await fixture.runOne(fixture.create());
    expect(outcome).toMatchObject({ result: "done", evidence: "observed" });
    expect(subject?.id).toBe(nth([...fixture.reviews.reviews.keys()], 0));
    expect(fixture.reviews.writes).toHaveLength(1);
  });

  test("what was accepted and nobody ever finds is not called done", async () => {
    const fixture = new ReviewFixture();
    fixture.reviews.lagMilliseconds = Infinity;
    fixture.reviews.answers = () => ({});
    const { outcome, operation } = await fixture.runOne(fixture.create());
    expect(outcome).toMatchObject({ result: "unknown", evidence: "observed" });
    expect(outcome?.detail).toContain("Microsoft accepted it");
    expect(fixture.ledger.outcomeOf(operation.id)?.result, "nor in the history").toBe("unknown");
  });

  test("who stops leaves what was accepted as Microsoft said it, since lists may lag for longer", async () => {
    const fixture = new ReviewFixture();
    fixture.reviews.answers = () => ({});
    fixture.reviews.lagMilliseconds = 50_000;
    const controller = new AbortController();
    void fixture.clock.sleep(5_000).then(() => {
      controller.abort();
    });
    const options = { signal: controller.signal };
    const { results } = await fixture.run(fixture.plan(fixture.create()), options);
    expect(results[0]?.outcome).toMatchObject({ result: "done", evidence: "reported" });
  });

  test("what was lost and is not found for as long as lists lag is unknown until the audit log tells, and is not sent again", async () => {
    const fixture = new ReviewFixture();
    fixture.reviews.fateOf = () => lost(false);
    const began = fixture.clock.now();
    const { outcome, operation } = await fixture.runOne(fixture.create());
    expect(outcome).toMatchObject({ result: "unknown", evidence: "reported" });
    expect(outcome?.detail).toContain("Entra's audit log tells within minutes");
    expect(fixture.clock.now() - began).toBeGreaterThanOrEqual(60_000);
    await fixture.clock.drive(fixture.clock.sleep(15 * 60_000));
    await fixture.clock.drive(resolveUnknown(fixture.unresolved(), fixture.services));
    expect(fixture.ledger.outcomeOf(operation.id)).toMatchObject({
      ...{ result: "failed", evidence: "observed" },
    });
    expect(fixture.reviews.writes).toHaveLength(1);
  });

  test("what was made, lost and deleted before any list showed it is never called failed", async () => {
    const fixture = new ReviewFixture();
    fixture.reviews.fateOf = () => lost(true);
    fixture.reviews.lagMilliseconds = Infinity;
    const { outcome, operation } = await fixture.runOne(fixture.create());
    expect(outcome?.result).toBe("unknown");
    fixture.reviews.reviews.clear();
    await fixture.clock.drive(fixture.clock.sleep(15 * 60_000));
    await fixture.clock.drive(resolveUnknown(fixture.unresolved(), fixture.services));
    expect(fixture.ledger.outcomeOf(operation.id)?.result).not.toBe("failed");
  });

  test("who stops does not wait for lists: what is not found by then stays unknown, and is resolved later", async () => {
    const fixture = new ReviewFixture();
    fixture.reviews.fateOf = () => lost(true);
    fixture.reviews.lagMilliseconds = 50_000;
    const controller = new AbortController();
    const began = fixture.clock.now();
    const onEvent = (event: RunEvent) => {
      if (event.kind === "operation" && typeof event.state !== "string") controller.abort();
    };
    const options = { signal: controller.signal, onEvent };
    const { results } = await fixture.run(fixture.plan(fixture.create()), options);
    expect(results[0]?.outcome?.result).toBe("unknown");
    expect(fixture.clock.now() - began).toBeLessThan(40_000);
    await fixture.clock.drive(resolveUnknown(fixture.unresolved(), fixture.services));
    expect(fixture.ledger.outcomeOf(results[0]?.operationId ?? "")?.result).toBe("done");
    expect(fixture.reviews.writes).toHaveLength(1);
  });

  test.each(["throttled", "unavailable"] as const)(
    "what was answered %s though it was created is looked for until lists have caught up",
    async (kind) => {
      const fixture = new ReviewFixture();
      fixture.reviews.lagMilliseconds = 45_000;
      fixture.reviews.fateOf = () => ({ kind, applied: true, retryAfterSeconds: 2 });
      const { outcome } = await fixture.runOne(fixture.create());
      expect(outcome).toMatchObject({ result: "done", evidence: "observed" });
      expect(fixture.reviews.reviews.size).toBe(1);
    },
  );

  test("what Graph put off without creating it is sent again once that is certain", async () => {
    const fixture = new ReviewFixture();
    let tries = 0;
    fixture.reviews.fateOf = () =>
      ++tries === 1 ? { kind: "throttled", applied: false, retryAfterSeconds: 5 } : "well";
    const { outcome } = await fixture.runOne(fixture.create());
    expect(outcome).toMatchObject({ result: "done", evidence: "observed" });
    expect(fixture.reviews.writes).toHaveLength(2);
    expect(fixture.reviews.reviews.size).toBe(1);
  });

  test("a plan that is run again after a reload is looked for, and never sent", async () => {
    const fixture = new ReviewFixture();
    const plan = fixture.plan(fixture.create(), fixture.create());
    const [first] = plan.operations;
    // The tab was closed when one had been sent and the other had not.
    await fixture.services.append({
      entries: plan.operations.map(({ operation }) =>
        plannedEntry(operation, plan.operations.length),
      ),
      cards: [],
    });
    const { path, body } = nth(nth(plan.operations, 0).operation.steps, 0).request;
    fixture.reviews.send({ method: "POST", path, body, tracking: first?.operation.id ?? "" });
    const { results } = await fixture.run(plan);
    expect(results[0]?.outcome).toMatchObject({ result: "done", evidence: "observed" });
    expect(results[0]?.subject?.id).toBe(nth([...fixture.reviews.reviews.keys()], 0));
    expect(results[1]?.outcome).toBeNull();
    expect(fixture.reviews.writes).toHaveLength(1);
  });

  test("an operation whose receipt was lost in an earlier run is found by its mark before it is sent", async () => {
    const fixture = new ReviewFixture();
    const plan = fixture.plan(fixture.create());
    await fixture.run(plan);
    let answers = 0;
    fixture.ledger.fateOf = () => (++answers === 1 ? "answer-lost" : "well");
    const { results } = await fixture.run(plan);
    expect(results[0]?.outcome?.result).toBe("done");
    expect(fixture.reviews.reviews.size).toBe(1);
  });

  test("what a closed tab left behind is resolved by reading, and nothing is sent", async () => {
    const fixture = new ReviewFixture();
    const plan = fixture.plan(fixture.create(), fixture.create());
    await fixture.services.append({
      entries: plan.operations.map(({ operation }) =>
        plannedEntry(operation, plan.operations.length),
      ),
      cards: [],
    });
    const { id, steps } = nth(plan.operations, 0).operation;
    const { path, body } = nth(steps, 0).request;
    fixture.reviews.send({ method: "POST", path, body, tracking: id });
    await resolveLater(fixture.runner, fixture.services);
    const results = plan.operations.map(
      ({ operation }) => fixture.ledger.outcomeOf(operation.id)?.result,
    );
    expect(results).toEqual(["done", "failed"]);
    expect(fixture.reviews.writes).toHaveLength(1);
    const entry = fixture.ledger.entries.find(
      (each) => each.kind === "carried-out" && each.operationId === id,
    );
    expect(entry).toMatchObject({ subject: { id: nth([...fixture.reviews.reviews.keys()], 0) } });
  });
});
