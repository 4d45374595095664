import { describe, expect, test, vi } from "vitest";
import { giveRole, WAYS_TO_HOLD_A_ROLE } from "@/lib/graph/testing/give-role";
import { runPlan } from "./run-plan";
import { nth } from "./testing/nth";
import { SimulatedFixture } from "./testing/simulated-fixture";

// Every call is signed and verified for real.
vi.setConfig({ testTimeout: 30_000 });

const SAYS = {
  active: "The account holds a directory role.",
  eligible: "The account is eligible for a directory role.",
} as const;

describe("A guest who was given a role after the plan was made is not removed", () => {
  test.each(WAYS_TO_HOLD_A_ROLE)("a role %s (%s)", async (way, held) => {
    const fixture = new SimulatedFixture(20);
    const guest = nth(fixture.guests(), 0);
    const plan = fixture.plan("remove", [guest]);
    giveRole(fixture.simulated.tenant.directory, way, guest.id);
    const { results } = await runPlan(plan, fixture.services);
    expect(results[0]?.outcome).toMatchObject({ result: "refused", detail: SAYS[held] });
    expect(fixture.simulated.tenant.directory.effects).toEqual([]);
  });
});

test.each([
  ["is eligible", "/roleManagement/directory/roleEligibilityScheduleInstances", "done"],
  ["holds a role", "/roleManagement/directory/roleAssignments", "refused"],
])(
  "Where Graph does not let somebody read who %s (%s), a block is %s",
  async (_, pathPrefix, result) => {
    const fixture = new SimulatedFixture(20);
    fixture.simulated.strikes({ kind: "forbidden", pathPrefix });
    const guest = nth(
      fixture.guests(({ accountEnabled }) => accountEnabled),
      0,
    );
    const { results } = await runPlan(fixture.plan("block", [guest]), fixture.services);
    expect(results[0]?.outcome?.result).toBe(result);
    expect(fixture.simulated.tenant.directory.effects).toHaveLength(result === "done" ? 1 : 0);
  },
);

test("A tenant without the licence for eligibility can carry out operations all the same", async () => {
  const fixture = new SimulatedFixture(20);
  fixture.simulated.tenant.licence = "P1";
  const guest = nth(
    fixture.guests(({ accountEnabled }) => accountEnabled),
    0,
  );
  const { results } = await runPlan(fixture.plan("block", [guest]), fixture.services);
  expect(results[0]?.outcome?.result).toBe("done");
});
