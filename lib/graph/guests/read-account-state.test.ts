import { expect, test } from "vitest";
import type { Graph } from "../graph";
import { GraphError } from "../graph-error";
import { giveRole, WAYS_TO_HOLD_A_ROLE } from "../testing/give-role";
import { type SimulatedGraph, simulatedGraph } from "../testing/simulated-graph";
import { readStateBeforeActing } from "./read-account-state";

const ELIGIBLE = { eligible: true };
const PATH = "/roleManagement/directory/roleEligibilityScheduleInstances";

function freeGuest({ tenant: { directory } }: SimulatedGraph): string {
  const free = [...directory.users.values()].find(
    ({ id, userType }) => userType === "Guest" && !directory.holdsAnyRole(id),
  );
  return free?.id ?? "none";
}

async function heldRole({ graph }: SimulatedGraph, id: string, options = ELIGIBLE) {
  const state = await readStateBeforeActing(graph, id, options);
  return state.kind === "guest" ? state.heldRole : state.kind;
}

test("A guest without a role costs one request", async () => {
  const simulated = simulatedGraph({ guests: 10 });
  expect(await heldRole(simulated, freeGuest(simulated))).toBe("none");
  expect(simulated.sent).toHaveLength(1);
});

test.each(WAYS_TO_HOLD_A_ROLE)(
  "Right before acting a role held %s is seen, and is %s",
  async (way, held) => {
    const simulated = simulatedGraph({ guests: 10 });
    const id = freeGuest(simulated);
    giveRole(simulated.tenant.directory, way, id);
    expect(await heldRole(simulated, id)).toBe(held);
    expect(simulated.sent.length).toBeLessThanOrEqual(2);
    const without = await heldRole(simulated, id, { eligible: false });
    expect(without).toBe(held === "active" ? "active" : "none");
  },
);

test("A role-assignable group that holds no role protects nobody", async () => {
  const simulated = simulatedGraph({ guests: 10 });
  const { directory } = simulated.tenant;
  const id = freeGuest(simulated);
  giveRole(directory, "to be activated through a group", id);
  directory.roleEligibilities.clear();
  expect(await heldRole(simulated, id)).toBe("none");
});

test("Without the licence nobody is eligible: Graph says so itself", async () => {
  const simulated = simulatedGraph({ guests: 10 });
  const id = freeGuest(simulated);
  giveRole(simulated.tenant.directory, "to be activated", id);
  simulated.tenant.licence = "P1";
  expect(await heldRole(simulated, id)).toBe("none");
});

test("What Graph does not let somebody read is told apart from nothing, and a role that is held is found", async () => {
  const simulated = simulatedGraph({ guests: 10 });
  simulated.strikes({ kind: "forbidden", pathPrefix: PATH });
  const id = freeGuest(simulated);
  expect(await heldRole(simulated, id)).toBe("eligibility-unread");
  giveRole(simulated.tenant.directory, "for the whole tenant", id);
  expect(await heldRole(simulated, id)).toBe("active");
});

test("What could not be read just now is no answer at all", async () => {
  const simulated = simulatedGraph({ guests: 10 });
  simulated.strikes({ kind: "unavailable", pathPrefix: PATH });
  const reading = heldRole(simulated, freeGuest(simulated));
  await expect(reading).rejects.toThrow(GraphError);
  await expect(reading).rejects.toMatchObject({ kind: "unavailable" });
});

test.each([
  [401, {}, "signed-out"],
  [403, {}, "forbidden"],
  [403, { error: { code: "Authentication_MSGraphPermissionMissing" } }, "forbidden"],
  [403, { error: { code: "AadPremiumLicenseRequired" } }, "licence-missing"],
  [400, {}, "bad-request"],
  [429, {}, "throttled"],
  [503, {}, "unavailable"],
])(
  "An item that is refused with %s %j means the same as a reading of its own: %s",
  async (status, body, kind) => {
    const { graph } = simulatedGraph({ guests: 1 });
    const batch: Graph["batch"] = (requests) =>
      Promise.resolve(new Map(requests.map(({ id }) => [id, { id, status, body, headers: {} }])));
    const reading = readStateBeforeActing({ ...graph, batch }, "someone", ELIGIBLE);
    await expect(reading).rejects.toMatchObject({ kind });
  },
);
