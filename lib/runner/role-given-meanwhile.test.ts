import { describe, expect, test, vi } from "vitest";
import { giveRole, WAYS_TO_HOLD_A_ROLE } from "@/lib/graph/testing/give-role";
import { runPlan } from "./run-plan";
import { nth } from "./testing/nth";
import { SimulatedWorld } from "./testing/simulated-world";

// Every call is signed and verified for real.
vi.setConfig({ testTimeout: 30_000 });

const SAYS = {
  active: "The account holds a directory role.",
  eligible: "The account is eligible for a directory role.",
} as const;

describe("A guest who was given a role after the plan was made is not removed", () => {
  test.each(WAYS_TO_HOLD_A_ROLE)("a role %s (%s)", async (way, held) => {
    const world = new SimulatedWorld(20);
    const guest = nth(world.guests(), 0);
    const plan = world.plan("remove", [guest]);
    giveRole(world.simulated.tenant.directory, way, guest.id);
    const { results } = await runPlan(plan, world.services);
    expect(results[0]?.outcome).toMatchObject({ result: "refused", detail: SAYS[held] });
    expect(world.simulated.tenant.directory.effects).toEqual([]);
  });
});

test("Where Graph does not say who is eligible, nobody is acted on, and the outcome says why", async () => {
  const world = new SimulatedWorld(20);
  const pathPrefix = "/roleManagement/directory/roleEligibilityScheduleInstances";
  world.simulated.strikes({ kind: "forbidden", pathPrefix });
  const plan = world.plan("block", [
    nth(
      world.guests(({ accountEnabled }) => accountEnabled),
      0,
    ),
  ]);
  const { results } = await runPlan(plan, world.services);
  expect(results[0]?.outcome).toMatchObject({
    result: "refused",
    detail:
      "Microsoft Graph does not let you read whether the account holds a directory role or is eligible for one.",
  });
  expect(world.simulated.tenant.directory.effects).toEqual([]);
});

test("A tenant without the licence for eligibility can act all the same", async () => {
  const world = new SimulatedWorld(20);
  world.simulated.tenant.licence = "P1";
  const guest = nth(
    world.guests(({ accountEnabled }) => accountEnabled),
    0,
  );
  const { results } = await runPlan(world.plan("block", [guest]), world.services);
  expect(results[0]?.outcome?.result).toBe("done");
});
