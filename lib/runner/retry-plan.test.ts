import { expect, test } from "vitest";
import { operationIdIn } from "@/lib/domain/reviews/marker";
import { ReviewFixture } from "./testing/review-fixture";
import { nth } from "./testing/nth";
import type { Fate } from "./testing/small-directory";
import { retryPlan } from "./retry-plan";

const endedOf = (operationId: string) => ({ operationId, steps: [] });

test("what failed is tried again as new operations that bear their own marks, and nothing else is", async () => {
  const fixture = new ReviewFixture();
  const refused: Fate = { kind: "bad-request", applied: false };
  fixture.reviews.fateOf = ({ path }) => (path === "/groups" ? refused : "well");
  const plan = fixture.plan(fixture.create(), fixture.createGroup());
  const failed = nth(plan.operations, 1).operation;
  await fixture.run(plan);
  fixture.reviews.fateOf = () => "well";
  const again = retryPlan(plan, [endedOf(failed.id)], "once more", () => fixture.small.mintId());
  const { operation } = nth(again.operations, 0);
  expect(again.operations).toHaveLength(1);
  expect(operation).toMatchObject({ kind: "create-group", reason: "once more", planId: again.id });
  expect(operation.id).not.toBe(failed.id);
  expect(operation.subject.id).toBe(operation.id);
  expect(JSON.stringify(operation)).not.toContain(failed.id);
  const { results } = await fixture.run(again);
  expect(results[0]?.outcome?.result).toBe("done");
  expect([fixture.reviews.reviews.size, fixture.reviews.groups.size]).toEqual([1, 1]);
});

test("the mark in a description is renewed, and the rest of the request stays", () => {
  const fixture = new ReviewFixture();
  const plan = fixture.plan(fixture.create("Partners"));
  const { operation } = nth(plan.operations, 0);
  const again = retryPlan(plan, [endedOf(operation.id)], "again", () => fixture.small.mintId());
  const renewed = nth(again.operations, 0).operation;
  const { request } = nth(renewed.steps, 0);
  const { descriptionForAdmins } = request.body as { descriptionForAdmins: string };
  expect(operationIdIn(descriptionForAdmins)).toBe(renewed.id);
  expect(request).toMatchObject({
    path: operation.steps[0]?.request.path,
    body: { displayName: "Partners" },
  });
});
