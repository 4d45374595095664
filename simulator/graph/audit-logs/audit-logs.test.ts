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

async function rows(fixture: TestTenant, url: string): Promise<Row[]> {
  const response = await fixture.get(url);
  expect(response.status).toBe(200);
  return ((await response.json()) as { value: Row[] }).value;
}

async function lived() {
  const fixture = new TestTenant();
  const guest = fixture.guest({ displayName: "Gwen" });
  await fixture.send("PATCH", `/users/${guest.id}`, { body: { accountEnabled: false } });
  fixture.tenant.clock.advance(1000);
  const other = fixture.guest({ displayName: "Otto" });
  await fixture.send("DELETE", `/users/${other.id}`);
  return { fixture, guest, other };
}

const filtered = (url: string, filter: string) => `${url}?$filter=${encodeURIComponent(filter)}`;
const activities = (found: Row[]) => found.map((row) => row.activityDisplayName);

describe("List directoryAudits: https://learn.microsoft.com/graph/api/directoryaudit-list", () => {
  test("tells what was done, newest first", async () => {
    const { fixture } = await lived();
    expect(activities(await rows(fixture, audits))[0]).toBe("Delete user");
  });

  test("finds what was done to one person", async () => {
    const { fixture, other } = await lived();
    const url = filtered(audits, `targetResources/any(t:t/id eq '${other.id}')`);
    expect(activities(await rows(fixture, url))).toEqual(["Delete user"]);
  });

  test.each([
    ["activityDisplayName eq 'Delete user'", 1],
    ["startswith(activityDisplayName,'Delete')", 1],
    ["loggedByService eq 'Invited Users'", 0],
    ["activityDateTime ge 2026-11-20T12:00:01Z", 1],
    ["activityDateTime le 2020-01-01T00:00:00Z", 0],
    ["startswith(initiatedBy/user/userPrincipalName,'grace')", 3],
  ])("filters by %s", async (filter, expected) => {
    const { fixture } = await lived();
    const found = await rows(fixture, filtered(audits, filter));
    expect(found).toHaveLength(expected === 3 ? fixture.tenant.directory.audits.length : expected);
  });

  test("filters by who did it", async () => {
    const { fixture } = await lived();
    const by = (id: string) => rows(fixture, filtered(audits, `initiatedBy/user/id eq '${id}'`));
    expect(await by(fixture.admin.id)).toHaveLength(fixture.tenant.directory.audits.length);
    expect(await by("11111111-1111-4111-8111-111111111111")).toEqual([]);
  });

  test.each([
    "category eq 'UserManagement'",
    "nonsense eq 'x'",
    "endsWith(activityDisplayName,'user')",
    "activityDateTime gt 2026-11-20T12:00:01Z",
  ])("refuses to filter by %s", async (filter) => {
    const { fixture } = await lived();
    expect((await fixture.get(filtered(audits, filter))).status).toBe(400);
  });

  test("turns the order round and pages", async () => {
    const { fixture } = await lived();
    const oldest = await rows(fixture, `${audits}?$orderby=activityDateTime asc&$top=1`);
    expect(oldest).toHaveLength(1);
    expect(activities(oldest)).not.toEqual(["Delete user"]);
    expect((await fixture.get(`${audits}?$top=1001`)).status).toBe(400);
  });

  test("shows one record by its id", async () => {
    const { fixture } = await lived();
    const [latest] = await rows(fixture, audits);
    const response = await fixture.get(`${audits}/${latest?.id ?? ""}`);
    expect(await response.json()).toMatchObject({ id: latest?.id, result: "success" });
    expect((await fixture.get(`${audits}/none`)).status).toBe(404);
  });

  test("forgets after 30 days, after 7 without a licence", async () => {
    const { fixture } = await lived();
    fixture.tenant.clock.advance(29 * DAY);
    expect(await rows(fixture, audits)).not.toEqual([]);
    fixture.tenant.licence = "none";
    expect(await rows(fixture, audits)).toEqual([]);
  });

  test.each<[RoleKey | "no role", number]>([
    ["reportsReader", 200],
    ["securityReader", 200],
    ["securityAdministrator", 200],
    ["securityOperator", 200],
    ["globalReader", 200],
    ["userAdministrator", 403],
    ["no role", 403],
  ])("lets %s: %i", async (role, status) => {
    const fixture = new TestTenant();
    const as = fixture.member("Rea Reader", ...(role === "no role" ? [] : [role]));
    expect((await fixture.get(audits, { as })).status).toBe(status);
    expect((await fixture.get(signIns, { as })).status).toBe(status);
  });

  test.each([audits, `${audits}/1`, signIns, `${signIns}/1`])(
    "says to whom has no role that the role is missing, in %s",
    async (url) => {
      const fixture = new TestTenant();
      const refused = await fixture.get(url, { as: fixture.member("Rea Reader") });
      expect(refused.status).toBe(403);
      expect(await refused.json()).toMatchObject({
        error: {
          code: "Authentication_RequestFromUnsupportedUserRole",
          message: "User is not in the allowed roles",
        },
      });
    },
  );

  test("needs AuditLog.Read.All", async () => {
    const scopes = ["User.Read.All"];
    expect((await new TestTenant().get(audits, { scopes })).status).toBe(403);
    expect((await new TestTenant().get(signIns, { scopes })).status).toBe(403);
  });
});

describe("List signIns: https://learn.microsoft.com/graph/api/signin-list", () => {
  function signedIn() {
    const fixture = new TestTenant();
    const { directory, clock, id } = fixture.tenant;
    const guest = fixture.guest();
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
    return { fixture, guest };
  }

  test("tells who signed in, newest first, failures with their code", async () => {
    const { fixture, guest } = signedIn();
    const found = await rows(fixture, signIns);
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
    const { fixture } = signedIn();
    const found = await rows(fixture, filtered(signIns, filter));
    expect(found.map(({ id }) => id)).toEqual(expected);
  });

  test("refuses what only beta knows", async () => {
    const { fixture } = signedIn();
    expect((await fixture.get(filtered(signIns, "userType eq 'guest'"))).status).toBe(400);
    expect((await fixture.get(`${signIns}?$select=authenticationDetails`)).status).toBe(400);
  });

  test("needs an organization with a premium licence", async () => {
    const { fixture } = signedIn();
    expect((await fixture.get(`${signIns}/sign-in-0`)).status).toBe(200);
    fixture.tenant.licence = "none";
    const refused = await fixture.get(signIns);
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({
      error: { code: "Authentication_RequestFromNonPremiumTenantOrB2CTenant" },
    });
  });
});
