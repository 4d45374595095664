import { expect, test } from "vitest";
import { intentIdIn } from "@/lib/domain/reviews/marker";
import { IntentWorld } from "./testing/intent-world";
import { nth } from "./testing/nth";
import type { Fate } from "./testing/small-directory";
import { retryPlan } from "./retry-plan";

test("what failed is tried again as new intents that bear their own marks, and nothing else is", async () => {
  const world = new IntentWorld();
  const refused: Fate = { kind: "bad-request", applied: false };
  world.reviews.fateOf = ({ path }) => (path === "/groups" ? refused : "well");
  const plan = world.plan(world.create(), world.createGroup());
  const failed = nth(plan.intents, 1).intent;
  await world.run(plan);
  world.reviews.fateOf = () => "well";
  const again = retryPlan(plan, new Set([failed.id]), "once more", () => world.small.mintId());
  const { intent } = nth(again.intents, 0);
  expect(again.intents).toHaveLength(1);
  expect(intent).toMatchObject({ kind: "create-group", reason: "once more", planId: again.id });
  expect(intent.id).not.toBe(failed.id);
  expect(intent.subject.id).toBe(intent.id);
  expect(JSON.stringify(intent)).not.toContain(failed.id);
  const { results } = await world.run(again);
  expect(results[0]?.outcome?.result).toBe("done");
  expect([world.reviews.reviews.size, world.reviews.groups.size]).toEqual([1, 1]);
});

test("the mark in a description is renewed, and the rest of the request stays", () => {
  const world = new IntentWorld();
  const plan = world.plan(world.create("Partners"));
  const { intent } = nth(plan.intents, 0);
  const again = retryPlan(plan, new Set([intent.id]), "again", () => world.small.mintId());
  const renewed = nth(again.intents, 0).intent;
  const { descriptionForAdmins } = renewed.request.body as { descriptionForAdmins: string };
  expect(intentIdIn(descriptionForAdmins)).toBe(renewed.id);
  expect(renewed.request).toMatchObject({
    path: intent.request.path,
    body: { displayName: "Partners" },
  });
});
