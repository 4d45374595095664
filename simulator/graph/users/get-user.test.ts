import { beforeEach, describe, expect, test } from "vitest";
import { TestTenant } from "../test-tenant.ts";
import type { User } from "../../state/entities.ts";

let home: TestTenant;
let guest: User;

beforeEach(() => {
  home = new TestTenant();
  guest = home.guest({
    displayName: "Ada",
    mail: "ada@fabrikam.example",
    managerId: home.admin.id,
    signIns: { lastSuccessAt: "2026-10-01T10:00:00Z" },
  });
});

async function read(url: string, sending = {}): Promise<Record<string, unknown>> {
  return (await (await home.get(url, sending)).json()) as Record<string, unknown>;
}

async function refusal(url: string, sending = {}): Promise<string> {
  const response = await home.get(url, sending);
  const { error } = (await response.json()) as { error: { code: string; message: string } };
  return `${response.status} ${error.code}: ${error.message}`;
}

describe("Get a user: https://learn.microsoft.com/graph/api/user-get?view=graph-rest-1.0", () => {
  test("shows the default properties, by id or by user principal name", async () => {
    const byId = await read(`/users/${guest.id}`);
    expect(byId["@odata.context"]).toBe("https://graph.microsoft.com/v1.0/$metadata#users/$entity");
    expect(byId.userPrincipalName).toBe("ada_fabrikam.example#EXT#@harborline.example");
    expect(await read("/users/ada_fabrikam.example%23EXT%23@harborline.example")).toEqual(byId);
  });

  test("shows sign-in times by id, and refuses them by name", async () => {
    const { signInActivity } = await read(`/users/${guest.id}?$select=signInActivity`);
    expect(signInActivity).toMatchObject({
      lastSuccessfulSignInDateTime: "2026-10-01T10:00:00Z",
      lastSignInDateTime: null,
    });
    const name = encodeURIComponent(guest.userPrincipalName);
    expect(await refusal(`/users/${name}?$select=signInActivity`)).toBe(
      "400 Request_BadRequest: Get By Key only supports UserId and the key has to be a valid Guid",
    );
  });

  test("says 404 for nobody", async () => {
    expect(await refusal("/users/00000000-0000-0000-0000-00000000abcd")).toBe(
      "404 Request_ResourceNotFound: Resource '00000000-0000-0000-0000-00000000abcd' does not exist " +
        "or one of its queried reference-property objects are not present.",
    );
  });

  test("lets a guest see themselves with User.Read, and nobody else", async () => {
    const asGuest = { as: guest, scopes: ["User.Read", "User.Read.All"] };
    expect((await read(`/users/${guest.id}`, asGuest)).id).toBe(guest.id);
    expect((await read("/me?$select=id,userType", asGuest)).userType).toBe("Guest");
    expect(await refusal(`/users/${home.admin.id}`, asGuest)).toContain("403");
  });

  test("lets User.Read open oneself alone", async () => {
    const scopes = ["User.Read"];
    expect((await read(`/users/${home.admin.id}`, { scopes })).id).toBe(home.admin.id);
    const name = encodeURIComponent(home.admin.userPrincipalName);
    expect((await read(`/users/${name}?$select=userType`, { scopes })).userType).toBe("Member");
    expect(await refusal(`/users/${guest.id}`, { scopes })).toContain("403");
  });
});

describe("List manager: https://learn.microsoft.com/graph/api/user-list-manager?view=graph-rest-1.0", () => {
  test("shows the manager, or 404", async () => {
    expect(await read(`/users/${guest.id}/manager?$select=displayName`)).toMatchObject({
      "@odata.type": "#microsoft.graph.user",
      displayName: "Grace Global",
    });
    expect(await refusal("/me/manager")).toContain("404 Request_ResourceNotFound");
  });
});

describe("List organization: https://learn.microsoft.com/graph/api/organization-list?view=graph-rest-1.0", () => {
  test("describes the tenant", async () => {
    const { value } = await read("/organization?$select=id,displayName,verifiedDomains", {
      scopes: ["User.Read"],
    });
    expect(value).toMatchObject([
      {
        id: home.tenant.id,
        displayName: "Harborline Group",
        verifiedDomains: [{ name: "harborline.example", isDefault: true }],
      },
    ]);
    expect(await refusal("/organization?$select=shoeSize")).toContain("400 BadRequest");
  });
});

describe("List subscribedSkus: https://learn.microsoft.com/graph/api/subscribedsku-list?view=graph-rest-1.0", () => {
  test.each([
    ["none", []],
    ["P1", ["AAD_PREMIUM"]],
    ["P2", ["AAD_PREMIUM_P2"]],
    ["governance", ["AAD_PREMIUM_P2", "Microsoft_Entra_ID_Governance"]],
  ] as const)("names what a tenant with licence %s has bought", async (licence, expected) => {
    home.tenant.licence = licence;
    const { value } = await read("/subscribedSkus?$select=skuPartNumber");
    expect((value as { skuPartNumber: string }[]).map((sku) => sku.skuPartNumber)).toEqual(
      expected,
    );
  });
});
