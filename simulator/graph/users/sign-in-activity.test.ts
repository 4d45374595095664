import { beforeEach, describe, expect, test } from "vitest";
import type { RoleKey } from "../../state/roles.ts";
import { TestTenant } from "../test-tenant.ts";

const url = "/users?$select=id,signInActivity";
const denied =
  "403 Authorization_RequestDenied: Insufficient privileges to complete the operation.";
const notLicensed = "403 Authentication_RequestFromNonPremiumTenantOrB2CTenant";
const wrongRole =
  "403 Authentication_RequestFromUnsupportedUserRole: User is not in the allowed roles";

let home: TestTenant;

beforeEach(() => {
  home = new TestTenant();
});

async function refusal(path: string, sending = {}): Promise<string> {
  const response = await home.get(path, sending);
  const { error } = (await response.json()) as { error?: { code: string; message: string } };
  return `${response.status} ${error?.code}: ${error?.message}`;
}

describe("Sign-in activity: https://learn.microsoft.com/graph/api/resources/signinactivity", () => {
  test("is shown only with AuditLog.Read.All and a premium licence", async () => {
    expect(await refusal(url, { scopes: ["User.Read.All"] })).toBe(denied);
    home.tenant.licence = "none";
    expect(await refusal(url)).toContain(notLicensed);
  });

  test.each<[RoleKey | "no role", boolean]>([
    ["reportsReader", true],
    ["securityReader", true],
    ["securityOperator", true],
    ["securityAdministrator", true],
    ["globalReader", true],
    ["globalAdministrator", true],
    ["userAdministrator", false],
    ["guestInviter", false],
    ["no role", false],
  ])("is shown to who holds %s: %s", async (role, isShown) => {
    const as = home.member("Rea Reader", ...(role === "no role" ? [] : [role]));
    for (const path of [
      url,
      "/users?$filter=signInActivity/lastSignInDateTime le 2026-01-01T00:00:00Z",
      `/users/${home.admin.id}?$select=signInActivity`,
    ]) {
      if (isShown) expect((await home.get(path, { as })).status, path).toBe(200);
      else expect(await refusal(path, { as }), path).toBe(wrongRole);
    }
    const own = `/users/${as.id}?$select=signInActivity`;
    expect((await home.get(own, { as })).status).toBe(200);
  });

  test("is refused for a scope or the licence before it is for a role", async () => {
    const as = home.member("Rea Reader");
    expect(await refusal(url, { as, scopes: ["User.Read.All"] })).toBe(denied);
    home.tenant.licence = "none";
    expect(await refusal(url, { as })).toContain(notLicensed);
  });
});
