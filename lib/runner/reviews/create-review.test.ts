import { expect, test } from "vitest";
import { resolveUnknown } from "@/lib/runner/resolve-unknown";
import { ReviewFixture } from "@/lib/runner/testing/review-fixture";
import { nth } from "@/lib/runner/testing/nth";
import { SimulatedReviewFixture } from "@/lib/runner/testing/simulated-review-fixture";
import { planCreate } from "@/lib/domain/reviews/plan-review";
import { readReviews } from "@/lib/graph/reviews/read-reviews";

const DEFINITIONS = "/identityGovernance/accessReviews/definitions";
const LONG_MILLISECONDS = 900_000;

test("what shows only after it was called unknown is done once it is resolved again, and never sent again", async () => {
  const harness = new SimulatedReviewFixture(5);
  const groupId = await harness.group(harness.guests());
  const { clock, conditions: faults } = harness.simulated.tenant;
  // Each wait moves this clock by its own time: this lag outlasts them all.
  faults.staleReadsMs = LONG_MILLISECONDS;
  harness.simulated.strikes({
    kind: "gateway-timeout-after-accept",
    method: "POST",
    pathPrefix: DEFINITIONS,
    times: 1,
  });
  const plan = planCreate(harness.draft([groupId]), harness.planning);
  const recordedAt = clock.now();
  const { results } = await harness.run(plan);
  const before = nth(results, 0).outcome;
  expect(before).toMatchObject({ result: "unknown", evidence: "reported" });
  clock.advance(LONG_MILLISECONDS);
  const { operation } = nth(plan.operations, 0);
  const { id } = operation;
  const actorId = harness.services.me.userId;
  const unresolved = { operation, actorId, recordedAt, outcome: before, steps: [] };
  const [after] = await resolveUnknown([unresolved], harness.services);
  expect(after?.outcome).toMatchObject({ result: "done", evidence: "audited" });
  const reviews = await readReviews(harness.services.graph);
  expect(reviews.map(({ operationId }) => operationId)).toEqual([id]);
  expect(harness.runner.ledger.outcomeOf(id)?.result).toBe("done");
  const sent = harness.simulated.sent.filter(
    (line) => line.startsWith("POST") && line.endsWith(DEFINITIONS),
  );
  expect(sent).toHaveLength(1);
});

test("of two that bear one mark the first made is named", async () => {
  const fixture = new ReviewFixture();
  fixture.reviews.fateOf = (write) => {
    fixture.reviews.fateOf = () => "well";
    // The line broke, and what carries requests sent it once more by itself.
    fixture.reviews.send(write);
    return { kind: "no-answer", applied: true };
  };
  const { outcome, subject } = await fixture.runOne(fixture.create());
  expect(outcome).toMatchObject({ result: "done", evidence: "observed" });
  const [first, second] = [...fixture.reviews.reviews.keys()];
  expect(second, "it was made twice").toBeDefined();
  expect(subject?.id).toBe(first);
});
