import { expect, test } from "vitest";
import type { OperationKind } from "@/lib/domain/operation";
import { ReviewFixture } from "../testing/review-fixture";
import { resolveLater } from "../testing/resolve-later";
import type { Fate } from "../testing/fake-directory";
import { plannedEntry } from "../run-recorder";
import { runPlan } from "../run-plan";

const lost = (applied: boolean): Fate => ({ kind: "no-answer", applied });

test.each<OperationKind>([
  "change-review",
  "delete-review",
  "stop-review",
  "stop-instance",
  "reset-instance",
  "accept-recommendations",
])("the lost answer to %s is resolved by reading, and nothing is sent again", async (kind) => {
  for (const applied of [true, false]) {
    const fixture = new ReviewFixture();
    const review = fixture.reviews.addReview({ displayName: "Snapshot" });
    const instance = fixture.reviews.addInstance(review, 3, {
      decision: kind === "reset-instance" ? "Approve" : "NotReviewed",
      reviewedAt: kind === "reset-instance" ? fixture.clock.now() - 1 : null,
    });
    // What was changed minutes before cannot be the change that is looked for.
    await fixture.clock.drive(fixture.clock.sleep(10 * 60_000));
    fixture.reviews.fateOf = () => lost(applied);
    const isWhole = kind.endsWith("-review");
    const { outcome } = await fixture.runOne(
      isWhole
        ? fixture.on(review, kind, { displayName: "After" })
        : fixture.within(review, instance, kind),
    );
    expect(outcome?.result).toBe("unknown");
    const [later] = (await resolveLater(fixture.runner, fixture.services)).values();
    const isFinal = ["delete-review", "stop-review", "stop-instance"].includes(kind);
    // What is not there and could have been undone since stays unknown.
    const unseen = isFinal ? "failed" : "unknown";
    expect(later?.result).toBe(applied ? "done" : unseen);
    if (applied) expect(later?.evidence).toBe("audited");
    expect(fixture.reviews.writes).toHaveLength(1);
  }
});

test("a reminder whose answer was lost, or that Graph put off, is sent once, and only the audit log tells of it", async () => {
  for (const applied of [true, false]) {
    const fate = applied ? lost(true) : ({ kind: "throttled", applied } as const);
    const fixture = new ReviewFixture();
    const review = fixture.reviews.addReview();
    const instance = fixture.reviews.addInstance(review, 1);
    fixture.reviews.fateOf = () => fate;
    const { outcome } = await fixture.runOne(fixture.within(review, instance, "remind-reviewers"));
    expect(outcome?.result).toBe("unknown");
    expect(fixture.reviews.writes).toHaveLength(1);
    const [later] = (await resolveLater(fixture.runner, fixture.services)).values();
    expect(later?.result).toBe(applied ? "done" : "unknown");
  }
});

test("lost answers of many items are resolved in one reading", async () => {
  const fixture = new ReviewFixture();
  const review = fixture.reviews.addReview();
  const instance = fixture.reviews.addInstance(review, 120);
  let count = 0;
  fixture.reviews.fateOf = () => (++count % 3 === 0 ? lost(count % 2 === 0) : "well");
  const { results } = await fixture.run(fixture.plan(...fixture.answers(review, instance)));
  const answered = new Set(fixture.reviews.effects.map(({ tracking }) => tracking));
  expect(answered.size).toBeLessThan(120);
  for (const { operationId, outcome } of results) {
    expect(outcome?.result).toBe(answered.has(operationId) ? "done" : "failed");
    expect(outcome?.evidence).toBe("observed");
  }
  expect(fixture.reviews.writes).toHaveLength(120);
  expect(fixture.reviews.readings.length).toBeLessThan(40);
});

test("what Graph says to a refusal is kept, without anything like an address", async () => {
  const fixture = new ReviewFixture();
  const review = fixture.reviews.addReview();
  const instance = fixture.reviews.addInstance(review, 1);
  const stop = fixture.within(review, instance, "stop-instance");
  fixture.reviews.fateOf = () => ({ kind: "bad-request", applied: false });
  const { outcome } = await fixture.runOne(stop);
  expect(outcome?.result).toBe("failed");
  expect(outcome?.detail).toContain("as the test wished");
});

test("answers that are refused in a row stop the run, though no role is needed for them", async () => {
  const fixture = new ReviewFixture();
  const review = fixture.reviews.addReview();
  const instance = fixture.reviews.addInstance(review, 300);
  fixture.reviews.fateOf = () => ({ kind: "forbidden", applied: false });
  const { stopped, results } = await fixture.run(
    fixture.plan(...fixture.answers(review, instance)),
  );
  expect(stopped).toEqual({ kind: "refused" });
  expect(fixture.reviews.writes.length).toBeLessThanOrEqual(20);
  expect(results.some(({ outcome }) => outcome?.detail?.startsWith("Not attempted"))).toBe(true);
});

test("items that are not mine are refused before anything is sent", async () => {
  const fixture = new ReviewFixture();
  const review = fixture.reviews.addReview();
  const instance = fixture.reviews.addInstance(review, 100);
  const items = [...instance.items.values()];
  for (const item of items.slice(0, 5)) item.mine = false;
  const { results } = await fixture.run(fixture.plan(...fixture.answers(review, instance)));
  expect(results.filter(({ outcome }) => outcome?.result === "refused")).toHaveLength(5);
  expect(fixture.reviews.writes).toHaveLength(95);
});

test("stopping leaves the rest unsent, and what was recorded gets an outcome", async () => {
  const fixture = new ReviewFixture();
  const review = fixture.reviews.addReview();
  const instance = fixture.reviews.addInstance(review, 150);
  const plan = fixture.plan(...fixture.answers(review, instance));
  const controller = new AbortController();
  const work = runPlan(plan, fixture.services, {
    signal: controller.signal,
    onEvent: (event) => {
      if (event.kind === "operation" && typeof event.state !== "string") controller.abort();
    },
  });
  const { stopped } = await fixture.clock.drive(work);
  expect(stopped).toEqual({ kind: "asked" });
  expect(fixture.reviews.effects.length).toBeLessThanOrEqual(20);
  for (const { id } of fixture.ledger.operations())
    expect(fixture.ledger.outcomeOf(id)).not.toBeNull();
});

test("a plan that runs already is not run beside itself", async () => {
  const fixture = new ReviewFixture();
  const plan = fixture.plan(fixture.create());
  const both = Promise.all([runPlan(plan, fixture.services), runPlan(plan, fixture.services)]);
  const [, second] = await fixture.clock.drive(both);
  expect(second.stopped).toEqual({ kind: "already-running" });
  expect(fixture.reviews.reviews.size).toBe(1);
});

test("a lost answer that a colleague has overwritten is not called failed where the browser's clock is wrong", async () => {
  const fixture = new ReviewFixture();
  const review = fixture.reviews.addReview();
  const instance = fixture.reviews.addInstance(review, 1);
  fixture.reviews.fateOf = () => lost(true);
  fixture.reviews.onEffect = () => {
    const colleague = {
      decision: "Approve",
      reviewedBy: "colleague",
      reviewedAt: fixture.clock.now(),
    };
    for (const item of instance.items.values()) Object.assign(item, colleague);
  };
  const now = () => fixture.clock.now() + 3_600_000;
  const { clock } = fixture;
  const ahead = { now, random: () => 0.5, sleep: clock.sleep.bind(clock) };
  const plan = fixture.plan(...fixture.answers(review, instance));
  const run = runPlan(plan, { ...fixture.services, clock: ahead });
  const { results } = await clock.drive(run);
  expect(results.map(({ outcome }) => outcome?.result)).toEqual(["unknown"]);
});

test.each(["answer-item", "reset-instance"] as const)(
  "%s without a known outcome is resolved though its review is gone",
  async (kind) => {
    const fixture = new ReviewFixture();
    const review = fixture.reviews.addReview();
    const decided = { decision: "Approve", reviewedAt: fixture.clock.now() - 600_000 };
    const like = kind === "reset-instance" ? decided : {};
    const instance = fixture.reviews.addInstance(review, 1, like);
    const requests =
      kind === "answer-item"
        ? fixture.answers(review, instance)
        : [fixture.within(review, instance, kind)];
    const plan = fixture.plan(...requests);
    await fixture.services.append({
      entries: plan.operations.map(({ operation }) =>
        plannedEntry(operation, plan.operations.length),
      ),
      cards: [],
    });
    fixture.reviews.reviews.delete(review.id);
    const resolved = await resolveLater(fixture.runner, fixture.services);
    expect([...resolved.values()].map((outcome) => outcome?.result)).toEqual(["unknown"]);
  },
);
