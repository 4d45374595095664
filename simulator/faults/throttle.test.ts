import { describe, expect, test } from "vitest";
import type { Fault, Conditions } from "./conditions.ts";
import { noFaults } from "./conditions.ts";
import { TestTenant } from "../graph/test-tenant.ts";

interface ErrorBody {
  error: { code: string; message: string; innerError: Record<string, string> };
}

const errorOf = async (response: Response) => ((await response.json()) as ErrorBody).error;

function tenantIn(conditions: Partial<Conditions>): TestTenant {
  const fixture = new TestTenant();
  fixture.tenant.conditions = { ...noFaults(), ...conditions };
  return fixture;
}

const activity = "/users?$select=id,signInActivity&$top=500";

describe("throttling: https://learn.microsoft.com/graph/throttling-limits", () => {
  test("ten reads of sign-in activity a minute and the eleventh is refused as documented", async () => {
    const fixture = tenantIn({ throttle: "strict" });
    for (let call = 0; call < 10; call += 1) expect((await fixture.get(activity)).status).toBe(200);
    const refused = await fixture.get(activity);
    expect(refused.status).toBe(429);
    expect(refused.headers.get("retry-after")).toBe("60");
    expect(refused.headers.get("x-ms-throttle-scope")).toMatch(
      new RegExp(`^Tenant_Application/ReadWrite/[-0-9a-f]{36}/${fixture.tenant.id}$`),
    );
    expect(refused.headers.get("x-ms-throttle-information")).toBe("CPULimitExceeded");
    expect(Number(refused.headers.get("x-ms-throttle-limit-percentage"))).toBeGreaterThan(1);
    expect(await errorOf(refused)).toMatchObject({
      code: "TooManyRequests",
      message: "Please retry again later.",
      innerError: { code: "429", message: "Please retry after", status: "429" },
    });
  });

  test("the directory part of users is not counted against sign-in activity", async () => {
    const fixture = tenantIn({ throttle: "strict" });
    for (let call = 0; call < 11; call += 1) {
      expect((await fixture.get("/users?$select=id")).status).toBe(200);
    }
  });

  test("quotas run on the tenant's clock, and a client that ignores Retry-After waits longer", async () => {
    const fixture = tenantIn({ throttle: "steady" });
    for (let call = 0; call < 6; call += 1) await fixture.get(activity);
    fixture.tenant.clock.advance(9_000);
    const again = await fixture.get(activity);
    expect(again.status).toBe(429);
    fixture.tenant.clock.advance(Number(again.headers.get("retry-after")) * 1000);
    expect((await fixture.get(activity)).status).toBe(200);
  });

  test("the logs answer five times in ten seconds", async () => {
    const fixture = tenantIn({ throttle: "strict" });
    const log = () => fixture.get("/auditLogs/directoryAudits");
    for (let call = 0; call < 5; call += 1) expect((await log()).status).toBe(200);
    expect((await log()).status).toBe(429);
    fixture.tenant.clock.advance(20_000);
    expect((await log()).status).toBe(200);
  });

  test("writes have a bucket of their own, and a refused write changes nothing", async () => {
    const fixture = tenantIn({ writeBudget: { burst: 2, perSecond: 1 } });
    const guest = fixture.guest();
    const block = (accountEnabled: boolean) =>
      fixture.send("PATCH", `/users/${guest.id}`, { body: { accountEnabled } });
    expect((await block(false)).status).toBe(204);
    expect((await block(true)).status).toBe(204);
    const refused = await block(false);
    expect(refused.status).toBe(429);
    expect(refused.headers.get("x-ms-throttle-information")).toBe("WriteLimitExceeded");
    expect(guest.accountEnabled).toBe(true);
    expect(fixture.tenant.directory.effects).toHaveLength(2);
    fixture.tenant.clock.advance(2_000);
    expect((await block(false)).status).toBe(204);
  });

  test("every answer says what it cost, and how full the quota is once four fifths are used", async () => {
    const fixture = tenantIn({ throttle: "steady" });
    const first = await fixture.get(activity);
    expect(first.headers.get("x-ms-resource-unit")).toBe("1");
    expect(first.headers.get("x-ms-throttle-limit-percentage")).toBeNull();
    for (let call = 0; call < 3; call += 1) await fixture.get(activity);
    const fifth = await fixture.get(activity);
    expect(fifth.headers.get("x-ms-throttle-limit-percentage")).toBe("1.0");
  });

  test("another tenant's quota is another", async () => {
    const fixture = tenantIn({ throttle: "steady" });
    for (let call = 0; call < 6; call += 1) await fixture.get(activity);
    const other = tenantIn({ throttle: "steady" });
    expect((await other.get(activity)).status).toBe(200);
  });
});

describe("Retry-After", () => {
  const fault: Fault = { kind: "throttled", retryAfterSeconds: 12 };
  const fromPage = { headers: { origin: "http://localhost:3000" } };
  const exposed = (response: Response) =>
    response.headers.get("access-control-expose-headers")?.toLowerCase() ?? "";

  test("is sent and shown to pages on an ordinary day", async () => {
    const response = await tenantIn({ faults: [fault] }).get("/users", fromPage);
    expect(response.headers.get("retry-after")).toBe("12");
    expect(exposed(response)).toContain("retry-after");
  });

  test("may be sent but hidden from pages", async () => {
    const fixture = tenantIn({ retryAfter: "hidden-by-cors", faults: [fault] });
    const response = await fixture.get("/users", fromPage);
    expect(response.headers.get("retry-after")).toBe("12");
    expect(exposed(response)).toContain("request-id");
    expect(exposed(response)).not.toContain("retry-after");
  });

  test("may be absent", async () => {
    const fixture = tenantIn({ retryAfter: "absent", faults: [fault] });
    expect((await fixture.get("/users", fromPage)).headers.get("retry-after")).toBeNull();
  });
});
