import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { roleTemplates } from "../../state/roles.ts";
import { TestTenant } from "../test-tenant.ts";

const ASSIGNMENTS = "/roleManagement/directory/roleAssignments";
const ELIGIBLE = "/roleManagement/directory/roleEligibilityScheduleInstances";

const valueOf = async (response: Promise<Response>) => {
  const settled = await response;
  expect(settled.status).toBe(200);
  return ((await settled.json()) as { value: Record<string, unknown>[] }).value;
};

function grantTo(principalId: string, options: { role?: string; scope?: string } = {}) {
  const roleDefinitionId = options.role ?? roleTemplates.helpdeskAdministrator;
  return {
    id: randomUUID(),
    principalId,
    roleDefinitionId,
    directoryScopeId: options.scope ?? "/",
  };
}

/** Makes somebody eligible between two days from now. */
function eligible(fixture: TestTenant, principalId: string, from = -1, to: number | null = null) {
  const { directory, clock } = fixture.tenant;
  const at = (days: number) => new Date(clock.now() + days * 86_400_000).toISOString();
  const row = {
    ...grantTo(principalId),
    startDateTime: at(from),
    endDateTime: to === null ? null : at(to),
  };
  directory.roleEligibilities.set(row.id, row);
  return row;
}

describe("Role assignments: https://learn.microsoft.com/graph/api/rbacapplication-list-roleassignments", () => {
  test("are those for the whole tenant, within a unit, and of the organization's own roles", async () => {
    const fixture = new TestTenant();
    const { directory } = fixture.tenant;
    const iris = fixture.member("Iris", "guestInviter");
    const gwen = fixture.guest();
    const own = { id: randomUUID(), displayName: "Coordinator" };
    directory.customRoles.set(own.id, own);
    const scope = `/administrativeUnits/${randomUUID()}`;
    for (const grant of [grantTo(gwen.id, { scope }), grantTo(gwen.id, { role: own.id })]) {
      directory.roleGrants.set(grant.id, grant);
    }
    const all = await valueOf(fixture.get(`${ASSIGNMENTS}?$select=principalId,roleDefinitionId`));
    expect(all).toHaveLength(4);
    expect(all).toContainEqual({
      principalId: iris.id,
      roleDefinitionId: roleTemplates.guestInviter,
    });
    const hers = await valueOf(fixture.get(`${ASSIGNMENTS}?$filter=principalId eq '${gwen.id}'`));
    expect(hers).toMatchObject([
      { principalId: gwen.id, directoryScopeId: scope, appScopeId: null },
      { principalId: gwen.id, roleDefinitionId: own.id, directoryScopeId: "/" },
    ]);
    const both = `$filter=principalId in ('${gwen.id}','${iris.id}')`;
    expect(await valueOf(fixture.get(`${ASSIGNMENTS}?${both}`))).toHaveLength(3);
    const definition = await fixture.get(`/roleManagement/directory/roleDefinitions/${own.id}`);
    expect(await definition.json()).toMatchObject({ displayName: "Coordinator", isBuiltIn: false });
  });

  test("come in pages, take no page size, and are no guest's to read", async () => {
    const fixture = new TestTenant();
    for (let each = 0; each < 120; each += 1) fixture.member(`M${each}`, "directoryReaders");
    const first: unknown = await (await fixture.get(ASSIGNMENTS)).json();
    expect(first).toHaveProperty("@odata.nextLink");
    expect((await fixture.get(`${ASSIGNMENTS}?$top=5`)).status).toBe(400);
    expect((await fixture.get(ASSIGNMENTS, { scopes: ["User.Read.All"] })).status).toBe(403);
    expect((await fixture.get(ASSIGNMENTS, { as: fixture.guest() })).status).toBe(403);
  });
});

describe("Eligibility: https://learn.microsoft.com/graph/api/rbacapplication-list-roleeligibilityscheduleinstances", () => {
  test("is what may be activated now, by whom it names, and no role that is held", async () => {
    const fixture = new TestTenant();
    fixture.member("Iris", "guestInviter");
    const gwen = fixture.guest();
    const now = eligible(fixture, gwen.id);
    eligible(fixture, gwen.id, 1);
    eligible(fixture, gwen.id, -3, -1);
    const other = eligible(fixture, randomUUID());
    const all = await valueOf(fixture.get(ELIGIBLE));
    expect(all.map(({ id }) => id)).toEqual([now.id, other.id]);
    expect(
      await valueOf(fixture.get(`${ELIGIBLE}?$filter=principalId eq '${gwen.id}'`)),
    ).toMatchObject([
      { principalId: gwen.id, memberType: "Direct", roleDefinitionId: now.roleDefinitionId },
    ]);
  });

  test.each([
    ["userAdministrator", 403],
    ["reportsReader", 403],
    ["directoryReaders", 403],
    ["globalReader", 200],
    ["securityReader", 200],
    ["securityAdministrator", 200],
    ["privilegedRoleAdministrator", 200],
  ] as const)("a %s is answered %i", async (role, status) => {
    const fixture = new TestTenant();
    expect((await fixture.get(ELIGIBLE, { as: fixture.member("Someone", role) })).status).toBe(
      status,
    );
  });

  test("needs a scope that Directory.Read.All does not include", async () => {
    const fixture = new TestTenant();
    expect((await fixture.get(ELIGIBLE, { scopes: ["Directory.Read.All"] })).status).toBe(403);
    const scopes = ["RoleManagement.Read.Directory"];
    expect((await fixture.get(ELIGIBLE, { scopes })).status).toBe(200);
  });

  test.each(["none", "P1"] as const)(
    "is refused for its licence in a tenant with %s",
    async (had) => {
      const fixture = new TestTenant();
      fixture.tenant.licence = had;
      const refused = await fixture.get(ELIGIBLE);
      expect(refused.status).toBe(400);
      expect(await refused.json()).toMatchObject({ error: { code: "AadPremiumLicenseRequired" } });
    },
  );
});
