import { describe, expect, test } from "vitest";
import type { RoleKey } from "../../state/roles.ts";
import { TestTenant } from "../test-tenant.ts";

const DAY = 86_400_000;
const audits = "/auditLogs/directoryAudits";
const signIns = "/auditLogs/signIns";

interface Row {
  id: string;
  activityDisplayName?: string;
  userId?: string;
  status?: { errorCode: number };
}

async function rows(bed: TestTenant, url: string): Promise<Row[]> {
  const response = await bed.get(url);
  expect(response.status).toBe(200);
  return ((await response.json()) as { value: Row[] }).value;
}

async function lived() {
  const bed = new TestTenant();
  const guest = bed.guest({ displayName: "Gwen" });
  await bed.send("PATCH", `/users/${guest.id}`, { body: { accountEnabled: false } });
  bed.tenant.clock.advance(1000);
  const other = bed.guest({ displayName: "Otto" });
  await bed.send("DELETE", `/users/${other.id}`);
  return { bed, guest, other };
}

const filtered = (url: string, filter: string) => `${url}?$filter=${encodeURIComponent(filter)}`;
const activities = (found: Row[]) => found.map((row) => row.activityDisplayName);

describe("List directoryAudits: https://learn.microsoft.com/graph/api/directoryaudit-list", () => {
  test("tells what was done, newest first", async () => {
    const { bed } = await lived();
    expect(activities(await rows(bed, audits))[0]).toBe("Delete user");
  });

  test("finds what was done to one person", async () => {
    const { bed, other } = await lived();
    const url = filtered(audits, `targetResources/any(t:t/id eq '${other.id}')`);
    expect(activities(await rows(bed, url))).toEqual(["Delete user"]);
  });

  test.each([
    ["activityDisplayName eq 'Delete user'", 1],
    ["startswith(activityDisplayName,'Delete')", 1],
    ["loggedByService eq 'Invited Users'", 0],
    ["activityDateTime ge 2026-11-20T12:00:01Z", 1],
    ["activityDateTime le 2020-01-01T00:00:00Z", 0],
    ["startswith(initiatedBy/user/userPrincipalName,'grace')", 3],
  ])("filters by %s", async (filter, expected) => {
    const { bed } = await lived();
    const found = await rows(bed, filtered(audits, filter));
    expect(found).toHaveLength(expected === 3 ? bed.tenant.directory.audits.length : expected);
  });

  test("filters by who did it", async () => {
    const { bed } = await lived();
    const by = (id: string) => rows(bed, filtered(audits, `initiatedBy/user/id eq '${id}'`));
    expect(await by(bed.admin.id)).toHaveLength(bed.tenant.directory.audits.length);
    expect(await by("11111111-1111-4111-8111-111111111111")).toEqual([]);
  });

  test.each([
    "category eq 'UserManagement'",
    "nonsense eq 'x'",
    "endsWith(activityDisplayName,'user')",
    "activityDateTime gt 2026-11-20T12:00:01Z",
  ])("refuses to filter by %s", async (filter) => {
    const { bed } = await lived();
    expect((await bed.get(filtered(audits, filter))).status).toBe(400);
  });

  test("turns the order round and pages", async () => {
    const { bed } = await lived();
    const oldest = await rows(bed, `${audits}?$orderby=activityDateTime asc&$top=1`);
    expect(oldest).toHaveLength(1);
    expect(activities(oldest)).not.toEqual(["Delete user"]);
    expect((await bed.get(`${audits}?$top=1001`)).status).toBe(400);
  });

  test("shows one record by its id", async () => {
    const { bed } = await lived();
    const [latest] = await rows(bed, audits);
    const response = await bed.get(`${audits}/${latest?.id ?? ""}`);
    expect(await response.json()).toMatchObject({ id: latest?.id, result: "success" });
    expect((await bed.get(`${audits}/none`)).status).toBe(404);
  });

  test("forgets after 30 days, after 7 without a licence", async () => {
    const { bed } = await lived();
    bed.tenant.clock.advance(29 * DAY);
    expect(await rows(bed, audits)).not.toEqual([]);
    bed.tenant.licence = "none";
    expect(await rows(bed, audits)).toEqual([]);
  });

  test.each<[RoleKey | "no role", number]>([
    ["reportsReader", 200],
    ["securityReader", 200],
    ["securityAdministrator", 200],
    ["globalReader", 200],
    ["userAdministrator", 403],
    ["no role", 403],
  ])("lets %s: %i", async (role, status) => {
    const bed = new TestTenant();
    const as = bed.member("Rea Reader", ...(role === "no role" ? [] : [role]));
    expect((await bed.get(audits, { as })).status).toBe(status);
    expect((await bed.get(signIns, { as })).status).toBe(status);
  });

  test("needs AuditLog.Read.All", async () => {
    const scopes = ["User.Read.All"];
    expect((await new TestTenant().get(audits, { scopes })).status).toBe(403);
    expect((await new TestTenant().get(signIns, { scopes })).status).toBe(403);
  });
});

describe("List signIns: https://learn.microsoft.com/graph/api/signin-list", () => {
  function signedIn() {
    const bed = new TestTenant();
    const { directory, clock, id } = bed.tenant;
    const guest = bed.guest();
    for (const [index, errorCode] of [0, 50126].entries()) {
      directory.signInLog.push({
        id: `sign-in-${index}`,
        createdDateTime: new Date(clock.now() - index * DAY).toISOString(),
        userId: guest.id,
        userDisplayName: guest.displayName,
        userPrincipalName: guest.userPrincipalName,
        appId: "11111111-1111-4111-8111-111111111111",
        appDisplayName: "Portal",
        ipAddress: "203.0.113.7",
        clientAppUsed: "Browser",
        isInteractive: true,
        errorCode,
        failureReason: errorCode === 0 ? null : "Invalid password",
        homeTenantId: null,
        resourceTenantId: id,
      });
    }
    return { bed, guest };
  }

  test("tells who signed in, newest first, failures with their code", async () => {
    const { bed, guest } = signedIn();
    const found = await rows(bed, signIns);
    expect(found.map(({ status }) => status?.errorCode)).toEqual([0, 50126]);
    expect(found[0]).toMatchObject({
      userId: guest.id,
      userPrincipalName: guest.userPrincipalName.toLowerCase(),
    });
    expect(found[0]).not.toHaveProperty("crossTenantAccessType");
  });

  test.each([
    ["status/errorCode eq 50126", ["sign-in-1"]],
    ["createdDateTime ge 2026-11-20T00:00:00Z", ["sign-in-0"]],
    ["startsWith(appDisplayName,'por')", ["sign-in-0", "sign-in-1"]],
  ])("filters by %s", async (filter, expected) => {
    const { bed } = signedIn();
    const found = await rows(bed, filtered(signIns, filter));
    expect(found.map(({ id }) => id)).toEqual(expected);
  });

  test("refuses what only beta knows", async () => {
    const { bed } = signedIn();
    expect((await bed.get(filtered(signIns, "userType eq 'guest'"))).status).toBe(400);
    expect((await bed.get(`${signIns}?$select=authenticationDetails`)).status).toBe(400);
  });

  test("needs an organization with a premium licence", async () => {
    const { bed } = signedIn();
    expect((await bed.get(`${signIns}/sign-in-0`)).status).toBe(200);
    bed.tenant.licence = "none";
    const refused = await bed.get(signIns);
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({
      error: { code: "Authentication_RequestFromNonPremiumTenantOrB2CTenant" },
    });
  });
});
