import { expect, test } from "vitest";
import { runPlan } from "./run-plan";
import { nth } from "./testing/nth";
import { run } from "./testing/run";
import { SmallWorld } from "./testing/small-world";

test("a guest who became a member after the plan is never touched", async () => {
  const world = new SmallWorld();
  const guests = world.guests(3);
  const plan = world.plan("remove", guests);
  nth(guests, 1).userType = "Member";
  const { settled } = await world.clock.drive(runPlan(plan, world.doors));
  expect(settled[1]?.outcome).toMatchObject({ result: "refused", evidence: "observed" });
  expect(world.directory.writes.map(({ guestId }) => guestId)).not.toContain(nth(guests, 1).id);
});

test("a guest who was given a directory role after the plan is never touched", async () => {
  const world = new SmallWorld();
  const guests = world.guests(2);
  const plan = world.plan("block", guests);
  nth(guests, 0).holdsRole = true;
  const { settled } = await world.clock.drive(runPlan(plan, world.doors));
  expect(settled[0]?.outcome?.result).toBe("refused");
  expect(world.directory.writes.map(({ guestId }) => guestId)).not.toContain(nth(guests, 0).id);
});

test("an exclusion that is added while the run goes on holds for all that is unsent", async () => {
  const world = new SmallWorld();
  const guests = world.guests(120);
  const plan = world.plan("remove", guests);
  const last = nth(guests, guests.length - 1);
  const began = world.clock.now();
  const work = runPlan(plan, world.doors);
  const { settled } = await world.clock.drive(work, () => {
    if (world.clock.now() - began < 1_000) return;
    world.policy = { ...world.policy, protectedAccounts: [{ id: last.id, because: "excluded" }] };
  });
  expect(settled.at(-1)?.outcome?.result).toBe("refused");
  expect(last.where).toBe("live");
});

test("a guest who is gone already is called so", async () => {
  const world = new SmallWorld();
  const guests = world.guests(3);
  const plan = world.plan("remove", guests);
  nth(guests, 0).where = "deleted";
  nth(guests, 1).where = "purged";
  const { settled } = await world.clock.drive(runPlan(plan, world.doors));
  expect(settled.map(({ outcome }) => outcome?.result)).toEqual([
    "already-so",
    "already-so",
    "done",
  ]);
  expect(world.directory.writes).toHaveLength(1);
});

test("blocking a guest who is gone fails and says why", async () => {
  const world = new SmallWorld();
  const guests = world.guests(1);
  const plan = world.plan("block", guests);
  nth(guests, 0).where = "deleted";
  const { settled } = await world.clock.drive(runPlan(plan, world.doors));
  expect(settled[0]?.outcome).toMatchObject({ result: "failed", evidence: "observed" });
});

test("an invitation that was accepted after the plan keeps its guest", async () => {
  const world = new SmallWorld();
  const guests = world.guests(1, { pending: true });
  const plan = world.plan("remove", guests);
  nth(guests, 0).pending = false;
  const { settled } = await world.clock.drive(runPlan(plan, world.doors));
  expect(settled[0]?.outcome?.result).toBe("refused");
  expect(world.directory.writes).toEqual([]);
});

test("nobody is acted on while nobody knows who is protected", async () => {
  const world = new SmallWorld();
  world.policyFails = true;
  const { result } = await run(world, "remove", world.guests(3));
  expect(world.directory.writes).toEqual([]);
  expect(result.stopped).toEqual({ kind: "ledger-unavailable" });
});
