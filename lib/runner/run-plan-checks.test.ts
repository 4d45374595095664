import { expect, test } from "vitest";
import { runPlan } from "./run-plan";
import { nth } from "./testing/nth";
import { run } from "./testing/run";
import { SmallWorld } from "./testing/small-world";

test("an exclusion that is added while the run goes on holds for all that is unsent", async () => {
  const world = new SmallWorld();
  const guests = world.guests(120);
  const plan = world.plan("remove", guests);
  const last = nth(guests, guests.length - 1);
  const began = world.clock.now();
  const work = runPlan(plan, world.services);
  const { results } = await world.clock.drive(work, () => {
    if (world.clock.now() - began < 1_000) return;
    world.policy = { ...world.policy, protectedAccounts: [{ id: last.id, because: "excluded" }] };
  });
  expect(results.at(-1)?.outcome?.result).toBe("refused");
  expect(last.where).toBe("live");
});

test("nobody is acted on while nobody knows who is protected", async () => {
  const world = new SmallWorld();
  world.policyFails = true;
  const { result } = await run(world, "remove", world.guests(3));
  expect(world.directory.writes).toEqual([]);
  expect(result.stopped).toEqual({ kind: "ledger-unavailable" });
});
