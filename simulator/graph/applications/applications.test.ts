import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { roleTemplates } from "../../state/roles.ts";
import { TestTenant } from "../test-tenant.ts";

const eventual = { ConsistencyLevel: "eventual" };

function withApplications() {
  const fixture = new TestTenant();
  const { servicePrincipals, appRoleAssignments } = fixture.tenant.directory;
  const [portal, sheets] = ["Supplier portal", "Time sheets"].map((displayName) => {
    const row = { id: randomUUID(), appId: randomUUID(), displayName };
    return { ...row, ownerIds: new Set([fixture.admin.id]) };
  });
  if (!portal || !sheets) throw new Error("no applications");
  for (const each of [portal, sheets]) servicePrincipals.set(each.id, each);
  const guest = fixture.guest({ displayName: "Gwen" });
  const assignment = {
    id: randomUUID(),
    appRoleId: "00000000-0000-0000-0000-000000000000",
    principalId: guest.id,
    principalType: "User" as const,
    resourceId: portal.id,
    createdDateTime: fixture.tenant.clock.iso(),
  };
  appRoleAssignments.set(assignment.id, assignment);
  return { fixture, portal, sheets, guest };
}

const valueOf = async (response: Promise<Response>) => {
  const settled = await response;
  expect(settled.status).toBe(200);
  return ((await settled.json()) as { value: Record<string, unknown>[] }).value;
};

describe("Applications: https://learn.microsoft.com/graph/api/serviceprincipal-list", () => {
  test("are found by a word of their name, sorted", async () => {
    const { fixture, portal, sheets } = withApplications();
    const query = "$select=id,displayName&$orderby=displayName&$count=true&$top=20";
    const search = encodeURIComponent('"displayName:portal"');
    const found = `/servicePrincipals?$search=${search}&${query}`;
    expect(await valueOf(fixture.get(found, { headers: eventual }))).toEqual([
      { id: portal.id, displayName: "Supplier portal" },
    ]);
    expect((await fixture.get(found)).status).toBe(400);
    const all = await valueOf(fixture.get("/servicePrincipals?$orderby=displayName desc"));
    expect(all.map(({ id }) => id)).toEqual([sheets.id, portal.id]);
  });

  test("say who owns them and who was given them", async () => {
    const { fixture, portal, guest } = withApplications();
    const one = `/servicePrincipals/${portal.id}`;
    const shown = (await (await fixture.get(`${one}?$select=displayName`)).json()) as object;
    expect(shown).toMatchObject({ displayName: "Supplier portal" });
    expect(await valueOf(fixture.get(`${one}/owners`))).toMatchObject([{ id: fixture.admin.id }]);
    expect(await valueOf(fixture.get(`${one}/appRoleAssignedTo`))).toMatchObject([
      { principalId: guest.id, resourceDisplayName: "Supplier portal" },
    ]);
    expect((await fixture.get(`/servicePrincipals/${randomUUID()}`)).status).toBe(404);
    expect((await fixture.get(one, { scopes: ["User.Read.All"] })).status).toBe(403);
  });
});

describe("Role definitions: https://learn.microsoft.com/graph/api/unifiedroledefinition-get", () => {
  test("are read one by one and by name, by callers who may read the directory", async () => {
    const { fixture } = withApplications();
    const path = "/roleManagement/directory/roleDefinitions";
    const scopes = ["Directory.Read.All"];
    const one = `${path}/${roleTemplates.guestInviter}?$select=id,displayName`;
    expect(await (await fixture.get(one, { scopes })).json()).toMatchObject({
      id: roleTemplates.guestInviter,
      displayName: "Guest Inviter",
    });
    const found = await valueOf(
      fixture.get(`${path}?$filter=displayName eq 'Groups Administrator'`),
    );
    expect(found).toMatchObject([{ id: roleTemplates.groupsAdministrator, isBuiltIn: true }]);
    expect((await fixture.get(`${path}/${randomUUID()}`)).status).toBe(404);
  });
});
