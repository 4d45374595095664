import { beforeEach, expect, test } from "vitest";
import { simulator } from "../server.ts";
import { Tenants } from "../state/tenant.ts";
import { SimulatorControl } from "./client.ts";
import type { SimulatedTenant } from "./simulated-tenant.ts";
import type { CrowdRequest } from "./control-api.ts";
import { costOf } from "../../scripts/processor-time.mjs";

let tenants: Tenants;
let tenant: SimulatedTenant;

beforeEach(async () => {
  tenants = new Tenants();
  const app = simulator(tenants);
  tenant = await new SimulatorControl("http://localhost", (url, init) =>
    app.request(url, init),
  ).createTenant();
});

test("500 groups of 20 guests are made in one call, each with an owner in turn", async () => {
  const owners = ["Manuel Ortega", "Uma Lindqvist"].map((name) => tenant.persona(name).userId);
  const crowd = {
    name: "Partner",
    groups: 500,
    guestsEach: 20,
    owners,
    lastSeen: ["3 days ago", "200 days ago", "never"],
  };
  let made: Awaited<ReturnType<typeof tenant.addCrowd>> = { groups: [], guests: 0 };
  const cost = await costOf(async () => {
    made = await tenant.addCrowd(crowd);
  });
  expect(cost).toBeLessThan(150);
  const { groups, guests } = made;
  expect(guests).toBe(10_000);
  expect(new Set(groups.map(({ id }) => id)).size).toBe(500);
  const { directory } = tenants.find(tenant.id) ?? {};
  const [first, second] = groups.map(({ id }) => directory?.groups.get(id));
  expect(first).toMatchObject({ displayName: "Partner 1", groupTypes: ["Unified"] });
  expect([...(first?.ownerIds ?? []), ...(second?.ownerIds ?? [])]).toEqual(owners);
  const people = [...(first?.memberIds ?? [])].map((id) => directory?.users.get(id));
  expect(people).toHaveLength(20);
  expect(people[2]).toMatchObject({
    displayName: "Partner 1 guest 3",
    mail: "guest.3@partner-1.example",
    signIns: null,
  });
  expect(people[1]?.signIns?.lastSuccessAt).toBeDefined();
});

test("One group of 10,000 is called as the crowd is", async () => {
  const { groups } = await tenant.addCrowd({ name: "Everybody", guestsEach: 10_000, kind: "team" });
  expect(groups).toMatchObject([{ displayName: "Everybody" }]);
  const { directory } = tenants.find(tenant.id) ?? {};
  expect(directory?.groups.get(groups[0]?.id ?? "")?.memberIds.size).toBe(10_000);
});

test("A group of many that are there already is made in one call too", async () => {
  await tenant.addCrowd({ name: "Everybody", guestsEach: 5_000 });
  const members = (await tenant.people()).users.map(({ id }) => id);
  const group = await tenant.addGroup({ name: "All of them", members });
  expect(group.memberIds).toHaveLength(members.length);
});

const refused: [string, Partial<CrowdRequest>, string][] = [
  ["half a guest", { guestsEach: 0.5 }, "guestsEach"],
  ["too many in all", { groups: 1_000, guestsEach: 1_000 }, "guestsEach"],
  ["an owner who is nobody", { owners: ["nobody@nowhere"] }, "owners"],
  ["words that are no time", { lastSeen: ["long ago"] }, "lastSeen"],
];
test.each(refused)("Refused, and nobody is added: %s", async (_, input, field) => {
  const before = (await tenant.people()).users.length;
  const request = { name: "Crowd", guestsEach: 2, ...input };
  await expect(tenant.addCrowd(request)).rejects.toThrow(`"field":"${field}"`);
  expect((await tenant.people()).users).toHaveLength(before);
});
