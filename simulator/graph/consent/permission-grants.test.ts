import { describe, expect, test } from "vitest";
import { everybody, grantConsent, withdrawConsent } from "../../state/consent.ts";
import { defaults } from "../../state/defaults.ts";
import { seedTenant } from "../../state/seed/harborline.ts";
import { graphAppId } from "../../state/seed/product.ts";
import { TestTenant } from "../test-tenant.ts";
import { permissionGrantId } from "./permission-grant-id.ts";

const grants = "/oauth2PermissionGrants";

const valueOf = async (response: Promise<Response>) => {
  const settled = await response;
  expect(settled.status).toBe(200);
  return ((await settled.json()) as { value: Record<string, unknown>[] }).value;
};

async function withProduct() {
  const fixture = new TestTenant();
  fixture.registerProduct();
  const idOf = async (appId: string) =>
    String((await valueOf(fixture.get(`/servicePrincipals?$filter=appId eq '${appId}'`)))[0]?.id);
  const [client, resource] = [await idOf(defaults.clientId), await idOf(graphAppId)];
  return { fixture, client, resource, of: `${grants}?$filter=clientId eq '${client}'` };
}

describe("List oauth2PermissionGrants: https://learn.microsoft.com/graph/api/oauth2permissiongrant-list", () => {
  test("says what was granted for everybody and for one person, and no more once it is taken back", async () => {
    const { fixture, client, resource, of } = await withProduct();
    const { tenant, admin } = fixture;
    expect(await valueOf(fixture.get(of))).toEqual([]);
    grantConsent(tenant, everybody, ["User.Read", "User.Read.All"]);
    grantConsent(tenant, admin.id, ["User.Invite.All"]);
    const grant = { clientId: client, resourceId: resource };
    expect(await valueOf(fixture.get(of))).toEqual([
      {
        ...grant,
        id: permissionGrantId(client, resource, null),
        consentType: "AllPrincipals",
        principalId: null,
        scope: "User.Read User.Read.All",
      },
      {
        ...grant,
        id: permissionGrantId(client, resource, admin.id),
        consentType: "Principal",
        principalId: admin.id,
        scope: "User.Invite.All",
      },
    ]);
    const forAll = `${grants}?$filter=consentType eq 'AllPrincipals'&$select=scope`;
    withdrawConsent(tenant, "User.Read.All");
    withdrawConsent(tenant, "User.Invite.All");
    expect(await valueOf(fixture.get(forAll))).toEqual([{ scope: "User.Read" }]);
    expect(await valueOf(fixture.get(of))).toHaveLength(1);
    expect(await valueOf(fixture.get(`${grants}?$filter=clientId eq '${resource}'`))).toEqual([]);
  });

  test("has ids made as those in the documentation", () => {
    const client = "263a5b01-03e5-408e-8557-bab681df104c";
    const resource = "1804a6f8-e623-4520-8f40-ba1b0c11c42d";
    expect(permissionGrantId(client, resource, null)).toBe(
      "AVs6JuUDjkCFV7q2gd8QTPimBBgj5iBFj0C6GwwRxC0",
    );
    expect(permissionGrantId(client, resource, client)).toHaveLength(64);
  });

  test("refuses filters that are not documented", async () => {
    const { fixture } = await withProduct();
    for (const filter of ["scope eq 'User.Read'", "clientId ne 'x'", "nonsense eq 'x'"]) {
      const url = `${grants}?$filter=${encodeURIComponent(filter)}`;
      expect((await fixture.get(url)).status, filter).toBe(400);
    }
    expect((await fixture.get(`${grants}?$count=true`)).status).toBe(501);
  });

  test("is for callers with a scope and a role that read it", async () => {
    const { fixture } = await withProduct();
    const scopes = ["User.Read.All", "Application.Read.All", "AuditLog.Read.All"];
    expect((await fixture.get(grants, { scopes })).status).toBe(403);
    expect((await fixture.get(grants, { as: fixture.member("Nora") })).status).toBe(403);
    const reader = fixture.member("Dora", "directoryReaders");
    expect((await fixture.get(grants, { as: reader })).status).toBe(200);
    const securityReader = fixture.member("Sepp", "securityReader");
    const refused = await fixture.get(grants, { as: securityReader });
    expect(await refused.json()).toMatchObject({ error: { code: "Authorization_RequestDenied" } });
  });
});

describe("The product among the applications: https://learn.microsoft.com/graph/api/serviceprincipal-list-approleassignedto", () => {
  async function seeded() {
    const fixture = new TestTenant();
    fixture.registerProduct();
    const { directory, personas } = fixture.tenant;
    const source = seedTenant({ guests: 0, seed: 1 });
    for (const persona of source.personas) {
      const user = source.directory.users.get(persona.userId);
      if (user) directory.users.set(user.id, user);
      personas.push({ ...persona });
    }
    const found = `/servicePrincipals?$filter=appId eq '${defaults.clientId}'`;
    const [product] = await valueOf(fixture.get(found));
    return { fixture, assigned: `/servicePrincipals/${String(product?.id)}/appRoleAssignedTo` };
  }

  test("says who has a role in it, as their tokens do", async () => {
    const { fixture, assigned } = await seeded();
    const holders = fixture.tenant.personas.filter(({ appRoles }) => appRoles.length > 0);
    const rows = await valueOf(fixture.get(assigned));
    expect(rows.map(({ principalId }) => principalId).sort()).toEqual(
      holders.map(({ userId }) => userId).sort(),
    );
    expect(rows[0]).toMatchObject({ resourceDisplayName: "Guestlist", principalType: "User" });
  });

  test("takes a role away from both", async () => {
    const { fixture, assigned } = await seeded();
    const uma = fixture.tenant.personas.find(({ name }) => name === "Uma Lindqvist");
    const own = `/users/${uma?.userId ?? ""}/appRoleAssignments`;
    const [row] = await valueOf(fixture.get(own));
    expect((await fixture.send("DELETE", `${own}/${String(row?.id)}`)).status).toBe(204);
    expect(uma?.appRoles).toEqual([]);
    const left = await valueOf(fixture.get(assigned));
    expect(left.map(({ principalId }) => principalId)).not.toContain(uma?.userId);
  });
});

test("An organization knows the product by the client id that its browser signs in with", () => {
  const clientId = "0d7f6c1c-52f5-4c0e-8f0e-0c6f6a4c2b11";
  const { directory } = seedTenant({ guests: 0, seed: 1, clientId });
  const appIds = [...directory.servicePrincipals.values()].map(({ appId }) => appId);
  expect(appIds).toContain(clientId);
  expect(appIds).toContain(graphAppId);
});
