import { expect, test } from "vitest";
import { giveRole, WAYS_TO_HOLD_A_ROLE } from "../testing/give-role";
import { type SimulatedGraph, simulatedGraph } from "../testing/simulated-graph";
import { readAllRoleHolders } from "./read-all-role-holders";

const ALL = { eligible: true };
const ELIGIBLE = "/roleManagement/directory/roleEligibilityScheduleInstances";

function freeGuest({ tenant: { directory } }: SimulatedGraph): string {
  const free = [...directory.users.values()].find(
    ({ id, userType }) => userType === "Guest" && !directory.holdsAnyRole(id),
  );
  return free?.id ?? "none";
}

test("Everybody who holds a role is found in a few requests, and nobody else", async () => {
  const { graph, tenant, sent } = simulatedGraph({ guests: 400 });
  const { directory } = tenant;
  const { holders: found } = await readAllRoleHolders(graph, ALL);
  const ids = [...directory.users.keys()];
  const holders = ids.filter((id) => directory.holdsAnyRole(id));
  expect(holders.length).toBeGreaterThan(10);
  expect(ids.filter((id) => found.has(id))).toEqual(holders);
  const active = ids.filter((id) => found.get(id) === "active");
  expect(active).toEqual(expect.arrayContaining(ids.filter((id) => directory.rolesOf(id).length)));
  expect(holders.length).toBeGreaterThan(active.length);
  expect(sent.length).toBeLessThan(6);
});

test.each(WAYS_TO_HOLD_A_ROLE)("A role held %s is seen, and is %s", async (way, held) => {
  const simulated = simulatedGraph({ guests: 10 });
  const id = freeGuest(simulated);
  giveRole(simulated.tenant.directory, way, id);
  expect((await readAllRoleHolders(simulated.graph, ALL)).holders.get(id)).toBe(held);
  const { holders: alone } = await readAllRoleHolders(simulated.graph, { eligible: false });
  expect(alone.get(id)).toBe(held === "active" ? "active" : undefined);
});

test("Who holds a role in two ways holds it", async () => {
  const simulated = simulatedGraph({ guests: 10 });
  const id = freeGuest(simulated);
  giveRole(simulated.tenant.directory, "through a group", id);
  giveRole(simulated.tenant.directory, "to be activated through a group", id);
  giveRole(simulated.tenant.directory, "to be activated", id);
  expect((await readAllRoleHolders(simulated.graph, ALL)).holders.get(id)).toBe("active");
});

test("All pages are read, of the roles and of a group that holds one", async () => {
  const simulated = simulatedGraph({ guests: 400 });
  const { directory } = simulated.tenant;
  const free = [...directory.users.keys()].filter((id) => !directory.holdsAnyRole(id));
  for (const id of free.slice(0, 120)) giveRole(directory, "to be activated", id);
  const [first = ""] = free.slice(120);
  giveRole(directory, "through a group", first);
  const group = directory.groupsOf(first).find(({ isAssignableToRole }) => isAssignableToRole);
  for (const id of free.slice(120, 260)) if (group) directory.addMember(group, id);
  const { holders: found } = await readAllRoleHolders(simulated.graph, ALL);
  expect(free.slice(0, 120).every((id) => found.get(id) === "eligible")).toBe(true);
  expect(free.slice(120, 260).every((id) => found.get(id) === "active")).toBe(true);
});

test("Without the licence nobody is eligible, and roles that are held are seen all the same", async () => {
  const simulated = simulatedGraph({ guests: 60 });
  simulated.tenant.licence = "P1";
  const { holders: found } = await readAllRoleHolders(simulated.graph, ALL);
  expect(new Set(found.values())).toEqual(new Set(["active"]));
});

test.each([
  ["forbidden", "forbidden"],
  ["unavailable", "unavailable"],
] as const)("Eligibility that is %s is not taken for nobody's", async (kind, expected) => {
  const simulated = simulatedGraph({ guests: 10 });
  simulated.strikes({ kind, pathPrefix: ELIGIBLE });
  await expect(readAllRoleHolders(simulated.graph, ALL)).rejects.toMatchObject({ kind: expected });
});

test("A person whose directory role does not allow it is refused, not told that nobody is eligible", async () => {
  const simulated = simulatedGraph({ guests: 10 });
  const { directory, personas } = simulated.tenant;
  const grace = personas.find(({ name }) => name === "Grace Okafor")?.userId ?? "";
  for (const role of directory.roles.values()) {
    if (role.displayName === "Security Reader") role.memberIds.delete(grace);
  }
  await expect(readAllRoleHolders(simulated.graph, ALL)).rejects.toMatchObject({
    kind: "forbidden",
  });
  const alone = await readAllRoleHolders(simulated.graph, { eligible: false });
  expect(alone.holders.size).toBeGreaterThan(0);
});

test("A group whose members cannot be read is not taken for an empty one", async () => {
  const simulated = simulatedGraph({ guests: 10 });
  giveRole(simulated.tenant.directory, "through a group", freeGuest(simulated));
  const refusing: Pick<typeof simulated.graph, "pages" | "batch"> = {
    pages: (path, options) => simulated.graph.pages(path, options),
    batch: async (requests, options) => {
      const answers = await simulated.graph.batch(requests, options);
      return new Map([...answers.keys()].map((id) => [id, { status: 403, body: {} }]));
    },
  };
  await expect(readAllRoleHolders(refusing, ALL)).rejects.toMatchObject({ kind: "forbidden" });
});

test.each(["through a group", "to be activated through a group"] as const)(
  "A group that holds a role %s is told, since who may become its member is not read",
  async (way) => {
    const simulated = simulatedGraph({ guests: 10 });
    const { directory } = simulated.tenant;
    const before = (await readAllRoleHolders(simulated.graph, ALL)).groupIds;
    const id = freeGuest(simulated);
    giveRole(directory, way, id);
    const [group] = directory.groupsOf(id).filter((each) => each.isAssignableToRole);
    const after = (await readAllRoleHolders(simulated.graph, ALL)).groupIds;
    expect(after.filter((each) => !before.includes(each))).toEqual([group?.id]);
  },
);
