import { describe, expect, test } from "vitest";
import type { IntentKind } from "@/lib/domain/intent";
import { settle } from "../settle";
import { IntentWorld } from "../testing/intent-world";
import { nth } from "../testing/nth";
import type { Fate } from "../testing/small-directory";
import { runIntents } from "./run-intents";

const lost = (applied: boolean): Fate => ({ kind: "no-answer", applied });

describe("one intent never makes two", () => {
  test.each(["create", "createGroup"] as const)(
    "the lost answer to %s is settled by the mark, and nothing is sent again",
    async (make) => {
      const world = new IntentWorld();
      world.reviews.lagMilliseconds = 12_000;
      world.reviews.fateOf = () => lost(true);
      const { outcome, subject, intent } = await world.runOne(world[make]());
      expect(outcome).toMatchObject({ result: "done", evidence: "observed" });
      expect(world.reviews.writes).toHaveLength(1);
      expect(subject?.id).not.toBe(intent.id);
      const made = [...world.reviews.reviews.keys(), ...world.reviews.groups.keys()];
      expect(made).toEqual([subject?.id]);
    },
  );

  test("what was accepted with an answer that broke off is named once it is found", async () => {
    const world = new IntentWorld();
    world.reviews.lagMilliseconds = 20_000;
    world.reviews.answers = () => ({});
    const { outcome, subject } = await world.runOne(world.create());
    expect(outcome).toMatchObject({ result: "done", evidence: "observed" });
    expect(subject?.id).toBe(nth([...world.reviews.reviews.keys()], 0));
    expect(world.reviews.writes).toHaveLength(1);
  });

  test("what was accepted stays done, also when nobody ever finds it", async () => {
    const world = new IntentWorld();
    world.reviews.lagMilliseconds = Infinity;
    world.reviews.answers = () => ({});
    const { outcome } = await world.runOne(world.create());
    expect(outcome).toMatchObject({ result: "done", evidence: "reported" });
  });

  test("what was lost and not found stays unknown, and is settled when lists must have caught up", async () => {
    const world = new IntentWorld();
    world.reviews.fateOf = () => lost(false);
    const { outcome, intent } = await world.runOne(world.create());
    expect(outcome?.result).toBe("unknown");
    const sentAt = world.clock.now();
    await world.clock.drive(settle(world.unsettled(), world.doors));
    expect(world.clock.now() - sentAt).toBeGreaterThanOrEqual(20_000);
    expect(world.ledger.outcomeOf(intent.id)).toMatchObject({
      result: "failed",
      evidence: "observed",
    });
    expect(world.reviews.writes).toHaveLength(1);
  });

  test.each(["throttled", "unavailable"] as const)(
    "what was answered %s though it was created is looked for until lists have caught up",
    async (kind) => {
      const world = new IntentWorld();
      world.reviews.lagMilliseconds = 45_000;
      world.reviews.fateOf = () => ({ kind, applied: true, retryAfterSeconds: 2 });
      const { outcome } = await world.runOne(world.create());
      expect(outcome).toMatchObject({ result: "done", evidence: "observed" });
      expect(world.reviews.reviews.size).toBe(1);
    },
  );

  test("what Graph put off without creating it is sent again once that is certain", async () => {
    const world = new IntentWorld();
    let tries = 0;
    world.reviews.fateOf = () =>
      ++tries === 1 ? { kind: "throttled", applied: false, retryAfterSeconds: 5 } : "well";
    const { outcome } = await world.runOne(world.create());
    expect(outcome).toMatchObject({ result: "done", evidence: "observed" });
    expect(world.reviews.writes).toHaveLength(2);
    expect(world.reviews.reviews.size).toBe(1);
  });

  test("a plan that is run again after a reload is looked for, and never sent", async () => {
    const world = new IntentWorld();
    const plan = world.plan(world.create(), world.create());
    const [first] = plan.intents;
    // The tab was closed when one had been sent and the other had not.
    await world.doors.append({
      entries: plan.intents.map(({ intent }) => ({ id: intent.id, kind: "intended", intent })),
      cards: [],
    });
    const { path, body } = nth(plan.intents, 0).intent.request;
    world.reviews.send({ method: "POST", path, body, tracking: first?.intent.id ?? "" });
    const { settled } = await world.run(plan);
    expect(settled[0]?.outcome).toMatchObject({ result: "done", evidence: "observed" });
    expect(settled[0]?.subject?.id).toBe(nth([...world.reviews.reviews.keys()], 0));
    expect(settled[1]?.outcome).toBeNull();
    expect(world.reviews.writes).toHaveLength(1);
  });

  test("an intent whose receipt was lost in an earlier run is found by its mark before it is sent", async () => {
    const world = new IntentWorld();
    const plan = world.plan(world.create());
    await world.run(plan);
    let answers = 0;
    world.ledger.fateOf = () => (++answers === 1 ? "answer-lost" : "well");
    const { settled } = await world.run(plan);
    expect(settled[0]?.outcome?.result).toBe("done");
    expect(world.reviews.reviews.size).toBe(1);
  });

  test("what a closed tab left behind is settled by reading, and nothing is sent", async () => {
    const world = new IntentWorld();
    const plan = world.plan(world.create(), world.create());
    await world.doors.append({
      entries: plan.intents.map(({ intent }) => ({ id: intent.id, kind: "intended", intent })),
      cards: [],
    });
    const { id, request } = nth(plan.intents, 0).intent;
    const { path, body } = request;
    world.reviews.send({ method: "POST", path, body, tracking: id });
    await world.clock.drive(settle(world.unsettled(), world.doors));
    const results = plan.intents.map(({ intent }) => world.ledger.outcomeOf(intent.id)?.result);
    expect(results).toEqual(["done", "failed"]);
    expect(world.reviews.writes).toHaveLength(1);
    const entry = world.ledger.entries.find((each) => each.kind === "carried-out");
    expect(entry).toMatchObject({ subject: { id: nth([...world.reviews.reviews.keys()], 0) } });
  });
});

test.each<IntentKind>([
  "change-review",
  "delete-review",
  "stop-review",
  "stop-instance",
  "reset-instance",
  "accept-recommendations",
])("the lost answer to %s is settled by reading, and nothing is sent again", async (kind) => {
  for (const applied of [true, false]) {
    const world = new IntentWorld();
    const review = world.reviews.addReview({ displayName: "Before" });
    const instance = world.reviews.addInstance(review, 3, {
      decision: kind === "reset-instance" ? "Approve" : "NotReviewed",
      reviewedAt: kind === "reset-instance" ? world.clock.now() - 1 : null,
    });
    world.reviews.fateOf = () => lost(applied);
    const isWhole = kind.endsWith("-review");
    const { outcome } = await world.runOne(
      isWhole
        ? world.on(review, kind, { displayName: "After" })
        : world.within(review, instance, kind),
    );
    const result = applied ? "done" : "failed";
    expect(outcome).toMatchObject({ result, evidence: "observed" });
    expect(world.reviews.writes).toHaveLength(1);
  }
});

test("a reminder whose answer was lost, or that Graph put off, stays unknown and is sent once", async () => {
  for (const fate of [lost(true), { kind: "throttled", applied: false } as const]) {
    const world = new IntentWorld();
    const review = world.reviews.addReview();
    const instance = world.reviews.addInstance(review, 1);
    world.reviews.fateOf = () => fate;
    const { outcome } = await world.runOne(world.within(review, instance, "remind-reviewers"));
    expect(outcome?.result).toBe("unknown");
    expect(world.reviews.writes).toHaveLength(1);
    await world.clock.drive(settle(world.unsettled(), world.doors));
    expect(world.ledger.outcomeOf(nth(world.ledger.intents(), 0).id)?.result).toBe("unknown");
  }
});

test("lost answers of many items are settled in one reading", async () => {
  const world = new IntentWorld();
  const review = world.reviews.addReview();
  const instance = world.reviews.addInstance(review, 120);
  let count = 0;
  world.reviews.fateOf = () => (++count % 3 === 0 ? lost(count % 2 === 0) : "well");
  const { settled } = await world.run(world.plan(...world.answers(review, instance)));
  const answered = new Set(world.reviews.effects.map(({ tracking }) => tracking));
  expect(answered.size).toBeLessThan(120);
  for (const { decisionId, outcome } of settled) {
    expect(outcome?.result).toBe(answered.has(decisionId) ? "done" : "failed");
    expect(outcome?.evidence).toBe("observed");
  }
  expect(world.reviews.writes).toHaveLength(120);
  expect(world.reviews.readings.length).toBeLessThan(40);
});

test("what Graph says to a refusal is kept, without anything like an address", async () => {
  const world = new IntentWorld();
  const review = world.reviews.addReview();
  const instance = world.reviews.addInstance(review, 1);
  const wanted = world.within(review, instance, "stop-instance");
  world.reviews.fateOf = () => ({ kind: "bad-request", applied: false });
  const { outcome } = await world.runOne(wanted);
  expect(outcome?.result).toBe("failed");
  expect(outcome?.detail).toContain("as the test wished");
});

test("answers that are refused in a row stop the run, though no role is needed for them", async () => {
  const world = new IntentWorld();
  const review = world.reviews.addReview();
  const instance = world.reviews.addInstance(review, 300);
  world.reviews.fateOf = () => ({ kind: "forbidden", applied: false });
  const { stopped, settled } = await world.run(world.plan(...world.answers(review, instance)));
  expect(stopped).toEqual({ kind: "refused" });
  expect(world.reviews.writes.length).toBeLessThanOrEqual(20);
  expect(settled.some(({ outcome }) => outcome?.detail?.startsWith("Not attempted"))).toBe(true);
});

test("items that are not mine are refused before anything is sent", async () => {
  const world = new IntentWorld();
  const review = world.reviews.addReview();
  const instance = world.reviews.addInstance(review, 100);
  const items = [...instance.items.values()];
  for (const item of items.slice(0, 5)) item.mine = false;
  const { settled } = await world.run(world.plan(...world.answers(review, instance)));
  expect(settled.filter(({ outcome }) => outcome?.result === "refused")).toHaveLength(5);
  expect(world.reviews.writes).toHaveLength(95);
});

test("stopping leaves the rest unsent, and what was recorded gets an outcome", async () => {
  const world = new IntentWorld();
  const review = world.reviews.addReview();
  const instance = world.reviews.addInstance(review, 150);
  const plan = world.plan(...world.answers(review, instance));
  const controller = new AbortController();
  const work = runIntents(plan, world.doors, {
    signal: controller.signal,
    onEvent: (event) => {
      if (event.kind === "decision" && typeof event.state !== "string") controller.abort();
    },
  });
  const { stopped } = await world.clock.drive(work);
  expect(stopped).toEqual({ kind: "asked" });
  expect(world.reviews.effects.length).toBeLessThanOrEqual(20);
  for (const { id } of world.ledger.intents()) expect(world.ledger.outcomeOf(id)).not.toBeNull();
});

test("a plan that runs already is not run beside itself", async () => {
  const world = new IntentWorld();
  const plan = world.plan(world.create());
  const both = Promise.all([runIntents(plan, world.doors), runIntents(plan, world.doors)]);
  const [, second] = await world.clock.drive(both);
  expect(second.stopped).toEqual({ kind: "already-running" });
  expect(world.reviews.reviews.size).toBe(1);
});
