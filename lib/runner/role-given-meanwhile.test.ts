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

test.each([
  ["is eligible", "/roleManagement/directory/roleEligibilityScheduleInstances", "done"],
  ["holds a role", "/roleManagement/directory/roleAssignments", "refused"],
])(
  "Where Graph does not let somebody read who %s (%s), a block is %s",
  async (_, pathPrefix, result) => {
    const world = new SimulatedWorld(20);
    world.simulated.strikes({ kind: "forbidden", pathPrefix });
    const guest = nth(
      world.guests(({ accountEnabled }) => accountEnabled),
      0,
    );
    const { results } = await runPlan(world.plan("block", [guest]), world.services);
    expect(results[0]?.outcome?.result).toBe(result);
    expect(world.simulated.tenant.directory.effects).toHaveLength(result === "done" ? 1 : 0);
  },
);

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
