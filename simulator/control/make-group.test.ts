import { expect, test } from "vitest";
import { SimulatorControl } from "./client.ts";
import { simulator } from "../server.ts";
import { Tenants } from "../state/tenant.ts";

test("Groups of every kind are made with owners and members, and seen as they really are", async () => {
  const tenants = new Tenants();
  const app = simulator(tenants);
  const control = new SimulatorControl("http://localhost", (url, init) => app.request(url, init));
  const tenant = await control.createTenant();
  const ada = await tenant.addGuest({ name: "Ada of Partner" });
  const owner = tenant.persona("Manuel Ortega");
  const before = (await tenant.groups()).length;
  const inner = await tenant.addGroup({ name: "Inner", members: [ada.id] });
  const outer = await tenant.addGroup({
    name: "Synced",
    kind: "synced",
    owners: [owner.username],
    members: ["Inner", ada.id],
  });
  expect(outer).toMatchObject({ ownerIds: [owner.userId], memberIds: [inner.id, ada.id] });
  await tenant.addGroup({ name: "Everybody", kind: "microsoft-365", members: [ada.id] });
  const { directory } = tenants.find(tenant.id) ?? {};
  expect(directory?.groups.get(outer.id)).toMatchObject({ onPremisesSyncEnabled: true });
  expect(directory?.groupsOf(ada.id)).toHaveLength(3);
  await expect(tenant.addGroup({ name: "Lost", members: ["nobody"] })).rejects.toThrow("members");
  expect(await tenant.groups()).toHaveLength(before + 3);
});
