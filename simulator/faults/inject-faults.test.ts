import { serve } from "@hono/node-server";
import { describe, expect, test } from "vitest";
import { ConnectionCutError } from "./connection.ts";
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

const struckBy = (fault: Fault) => tenantIn({ faults: [fault] });

describe("faults", () => {
  test.each([
    ["throttled", 429, "TooManyRequests"],
    ["unavailable", 503, "serviceNotAvailable"],
    ["gateway-timeout", 504, "UnknownError"],
    ["forbidden", 403, "Authorization_RequestDenied"],
    ["missing-licence", 403, "Authentication_RequestFromNonPremiumTenantOrB2CTenant"],
    ["insufficient-claims", 401, "InvalidAuthenticationToken"],
  ] as const)("%s answers %i %s and carries nothing out", async (kind, status, code) => {
    const fixture = struckBy({ kind });
    const guest = fixture.guest();
    const response = await fixture.send("DELETE", `/users/${guest.id}`);
    expect(response.status).toBe(status);
    expect((await errorOf(response)).code).toBe(code);
    expect(response.headers.get("request-id")).toBeTruthy();
    expect(fixture.tenant.directory.users.has(guest.id)).toBe(true);
    expect(fixture.tenant.directory.effects).toEqual([]);
  });

  test("insufficient-claims says which claims are wanted", async () => {
    const response = await struckBy({ kind: "insufficient-claims" }).get("/users");
    const challenge = response.headers.get("www-authenticate") ?? "";
    expect(challenge).toContain('error="insufficient_claims"');
    const claims = /claims="([^"]+)"/.exec(challenge)?.[1] ?? "";
    expect(JSON.parse(Buffer.from(claims, "base64").toString())).toHaveProperty("access_token");
  });

  test("insufficient-claims lets those through whose token has what was wanted", async () => {
    const fixture = struckBy({ kind: "insufficient-claims" });
    const stepped = await fixture.token(fixture.admin, undefined, { acrs: ["c1"] });
    const answer = await fixture.graph.request("/users", {
      headers: { authorization: `Bearer ${stepped}` },
    });
    expect(answer.status).toBe(200);
    expect((await fixture.get("/users")).status).toBe(401);
  });

  test.each([
    ["throttled-though-applied", 429, "error"],
    ["gateway-timeout-after-accept", 504, "error"],
  ] as const)(
    "%s answers %i although it was carried out, and the effect log knows",
    async (kind, status, answered) => {
      const fixture = struckBy({ kind, method: "DELETE" });
      const guest = fixture.guest();
      expect((await fixture.send("DELETE", `/users/${guest.id}`)).status).toBe(status);
      expect(fixture.tenant.directory.deletedUsers.has(guest.id)).toBe(true);
      expect(fixture.tenant.directory.effects).toMatchObject([{ kind: "user-deleted", answered }]);
    },
  );

  test("reset-after-accept gives no answer at all, although it was carried out", async () => {
    const fixture = struckBy({ kind: "reset-after-accept" });
    const guest = fixture.guest();
    const sending = fixture.post(`/users/${guest.id}/revokeSignInSessions`);
    await expect(sending).rejects.toThrow(ConnectionCutError);
    expect(fixture.tenant.directory.effects).toMatchObject([{ answered: "reset" }]);
  });

  test("reset-after-accept marks what was done under /me too", async () => {
    const fixture = struckBy({ kind: "reset-after-accept" });
    await expect(fixture.post("/me/revokeSignInSessions")).rejects.toThrow(ConnectionCutError);
    expect(fixture.tenant.directory.effects).toMatchObject([{ answered: "reset" }]);
  });

  test("reset carries nothing out", async () => {
    const fixture = struckBy({ kind: "reset" });
    const guest = fixture.guest();
    await expect(fixture.send("DELETE", `/users/${guest.id}`)).rejects.toThrow(ConnectionCutError);
    expect(fixture.tenant.directory.effects).toEqual([]);
  });

  test("truncated breaks the answer off in the middle", async () => {
    const fixture = struckBy({ kind: "truncated" });
    const response = await fixture.get("/users");
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow();
  });

  test("expired-page-token strikes only where a page link is followed", async () => {
    const fixture = struckBy({ kind: "expired-page-token" });
    for (let count = 0; count < 3; count += 1) fixture.guest();
    const first = await fixture.get("/users?$top=2");
    expect(first.status).toBe(200);
    const { "@odata.nextLink": next } = (await first.json()) as { "@odata.nextLink": string };
    const second = await fixture.get(next.replace("https://graph.microsoft.com/v1.0", ""));
    expect(second.status).toBe(400);
    expect((await errorOf(second)).code).toBe("Directory_ExpiredPageToken");
  });

  test("delta-gone answers 410 with where to begin anew", async () => {
    const fixture = struckBy({ kind: "delta-gone" });
    const response = await fixture.get("/users/delta");
    expect(response.status).toBe(410);
    expect(response.headers.get("location")).toMatch(/\/v1\.0\/users\/delta\?\$deltatoken=$/);
    expect((await fixture.get("/users")).status).toBe(200);
  });
});

describe("which requests a fault strikes", () => {
  const statuses = async (fixture: TestTenant, ...urls: string[]) => {
    const seen: number[] = [];
    for (const url of urls) seen.push((await fixture.get(url)).status);
    return seen;
  };

  test("only its method and path", async () => {
    const fixture = struckBy({ kind: "unavailable", method: "get", pathPrefix: "/groups" });
    expect(await statuses(fixture, "/users", "/groups", "/groups?$top=5")).toEqual([200, 503, 503]);
  });

  test("only where the query says so", async () => {
    const fixture = struckBy({ kind: "unavailable", queryContains: "$filter=userType eq 'Guest'" });
    const filtered = "/users?$filter=userType%20eq%20'Guest'";
    expect(await statuses(fixture, "/users", filtered)).toEqual([200, 503]);
  });

  test("only after a number of requests, and only a number of times", async () => {
    const fixture = struckBy({ kind: "unavailable", after: 1, times: 2 });
    const four = ["/users", "/users", "/users", "/users"];
    expect(await statuses(fixture, ...four)).toEqual([200, 503, 503, 200]);
  });

  test("by chance, and with the same seed the same ones again", async () => {
    const day = async (seed: number) => {
      const fixture = tenantIn({ seed, faults: [{ kind: "unavailable", chance: 0.5 }] });
      return statuses(fixture, ...Array<string>(12).fill("/users"));
    };
    const once = await day(3);
    expect(await day(3)).toEqual(once);
    expect(await day(4)).not.toEqual(once);
    expect(new Set(once)).toEqual(new Set([200, 503]));
  });

  test("new conditions start anew", async () => {
    const faults: Fault[] = [{ kind: "unavailable", times: 1 }];
    const fixture = tenantIn({ faults });
    expect(await statuses(fixture, "/users", "/users")).toEqual([503, 200]);
    fixture.tenant.conditions = { ...noFaults(), faults };
    expect(await statuses(fixture, "/users")).toEqual([503]);
  });
});

test("latency grows with the rows of the answer", async () => {
  const fixture = tenantIn({ latency: { perCallMs: 20, perRowMs: 10, jitter: 0 } });
  for (let count = 0; count < 9; count += 1) fixture.guest();
  const begun = performance.now();
  await fixture.get("/users");
  expect(performance.now() - begun).toBeGreaterThanOrEqual(118);
});

describe("over a real connection", () => {
  async function listening<Result>(fixture: TestTenant, use: (origin: string) => Promise<Result>) {
    const server = serve({ fetch: fixture.graph.fetch, port: 0 });
    await new Promise((resolve) => server.once("listening", resolve));
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    try {
      return await use(`http://localhost:${address.port}`);
    } finally {
      await new Promise((resolve) => server.close(resolve));
    }
  }

  const ask = async (fixture: TestTenant, origin: string) =>
    fetch(`${origin}/users`, { headers: { authorization: `Bearer ${await fixture.token()}` } });

  test("a reset ends it without an answer, and the next request is answered", async () => {
    const fixture = struckBy({ kind: "reset-after-accept", times: 1 });
    await listening(fixture, async (origin) => {
      await expect(ask(fixture, origin)).rejects.toThrow("fetch failed");
      expect((await ask(fixture, origin)).status).toBe(200);
    });
  });

  test("a truncated answer begins and cannot be read to its end", async () => {
    const fixture = struckBy({ kind: "truncated", times: 1 });
    await listening(fixture, async (origin) => {
      const response = await ask(fixture, origin);
      expect(response.status).toBe(200);
      await expect(response.text()).rejects.toThrow();
    });
  });
});
