import { expect, test } from "vitest";
import { resolveUnknown } from "@/lib/runner/resolve-unknown";
import { ReviewWorld } from "@/lib/runner/testing/review-world";
import { nth } from "@/lib/runner/testing/nth";
import { ReviewBed } from "@/lib/runner/testing/review-bed";
import { planCreate } from "@/lib/domain/reviews/plan-review";
import { readReviews } from "@/lib/graph/reviews/read-reviews";

const DEFINITIONS = "/identityGovernance/accessReviews/definitions";
const LONG_MILLISECONDS = 900_000;

test("what shows only after it was called failed is done once it is resolved again, and never sent again", async () => {
  const bed = new ReviewBed(5);
  const groupId = await bed.group(bed.guests());
  const { clock, weather } = bed.simulated.tenant;
  // Whatever waits moves this clock, each by its own time: so long a lag outlasts them all.
  weather.staleReadsMs = LONG_MILLISECONDS;
  bed.simulated.strikes({
    kind: "gateway-timeout-after-accept",
    method: "POST",
    pathPrefix: DEFINITIONS,
    times: 1,
  });
  const plan = planCreate(bed.draft([groupId]), bed.planning);
  const recordedAt = clock.now();
  const { results } = await bed.run(plan);
  const before = nth(results, 0).outcome;
  expect(before).toMatchObject({ result: "failed", evidence: "observed" });
  clock.advance(LONG_MILLISECONDS);
  const { operation } = nth(plan.operations, 0);
  const { id } = operation;
  const actorId = bed.services.me.userId;
  const unresolved = { operation, actorId, recordedAt, outcome: before, steps: [] };
  const [after] = await resolveUnknown([unresolved], bed.services);
  expect(after?.outcome).toMatchObject({ result: "done", evidence: "audited" });
  const reviews = await readReviews(bed.services.graph);
  expect(reviews.map(({ operationId }) => operationId)).toEqual([id]);
  expect(bed.small.ledger.outcomeOf(id)?.result).toBe("done");
  const sent = bed.simulated.sent.filter(
    (line) => line.startsWith("POST") && line.endsWith(DEFINITIONS),
  );
  expect(sent).toHaveLength(1);
});

test("of two that bear one mark the first made is named", async () => {
  const world = new ReviewWorld();
  world.reviews.fateOf = (write) => {
    world.reviews.fateOf = () => "well";
    // The line broke, and what carries requests sent it once more by itself.
    world.reviews.send(write);
    return { kind: "no-answer", applied: true };
  };
  const { outcome, subject } = await world.runOne(world.create());
  expect(outcome).toMatchObject({ result: "done", evidence: "observed" });
  const [first, second] = [...world.reviews.reviews.keys()];
  expect(second, "it was made twice").toBeDefined();
  expect(subject?.id).toBe(first);
});
