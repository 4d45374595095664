import { beforeEach, expect, test } from "vitest";
import { BrowserClient } from "./authority/browser-client.ts";
import type { Exchange } from "./record.ts";
import { simulator } from "./server.ts";
import { seedTenant } from "./state/seed/harborline.ts";
import { Tenants, type Tenant } from "./state/tenant.ts";

let tenant: Tenant;
let tenants: Tenants;

beforeEach(() => {
  tenant = seedTenant({ guests: 3, seed: 1 });
  tenants = new Tenants();
  tenants.add(tenant);
});

async function tokenOf(name: string): Promise<string> {
  const client = new BrowserClient(simulator(tenants), tenant);
  return (await client.redeem(await client.signIn(name))).body.access_token;
}

test("What the authority gives out, Graph accepts", async () => {
  const authorization = `Bearer ${await tokenOf("Grace Okafor")}`;
  const answer = await simulator(tenants).request("/v1.0/me", { headers: { authorization } });
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({ displayName: "Grace Okafor" });
});

test("A token ends with its time on the tenant's clock", async () => {
  const authorization = `Bearer ${await tokenOf("Grace Okafor")}`;
  tenant.clock.advance(5_401_000);
  const answer = await simulator(tenants).request("/v1.0/me", { headers: { authorization } });
  expect(answer.status).toBe(401);
});

test.each(["/nothing", "/some-tenant/oauth2/v2.0/devicecode", "/beta/users", "/control/nothing"])(
  "%s does not exist and says so",
  async (path) => {
    const answer = await simulator(tenants).request(path);
    expect(answer.status).toBe(501);
    expect(await answer.text()).toContain(path);
  },
);

test("A recording keeps requests and answers, never the token", async () => {
  const lines: string[] = [];
  const app = simulator(tenants, { record: (line) => lines.push(line) });
  const authorization = `Bearer ${await tokenOf("Grace Okafor")}`;
  const answer = await app.request("/v1.0/users?$top=2&$select=id", { headers: { authorization } });
  const body = (await answer.json()) as { value: unknown[] };
  const [exchange] = lines.map((line) => JSON.parse(line) as Exchange);
  expect(exchange).toMatchObject({
    method: "GET",
    path: "/v1.0/users",
    query: "$top=2&$select=id",
    requestBody: null,
    status: 200,
    responseBody: body,
  });
  expect(lines.join()).not.toContain(authorization);
  expect(exchange?.requestHeaders).not.toHaveProperty("authorization");
});

test("A recording changes nothing for requests with a body, and keeps it", async () => {
  const lines: string[] = [];
  const app = simulator(tenants, { record: (line) => lines.push(line) });
  const authorization = `Bearer ${await tokenOf("Grace Okafor")}`;
  const requests = [{ id: "1", method: "GET", url: "/me?$select=displayName" }];
  const answer = await app.request("/v1.0/$batch", {
    method: "POST",
    headers: { authorization, "content-type": "application/json" },
    body: JSON.stringify({ requests }),
  });
  expect(await answer.json()).toMatchObject({
    responses: [{ body: { displayName: "Grace Okafor" } }],
  });
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({ requestBody: { requests } });
});

test("A line that was cut is not recorded as an answer", async () => {
  const lines: string[] = [];
  const app = simulator(tenants, { record: (line) => lines.push(line) });
  const authorization = `Bearer ${await tokenOf("Grace Okafor")}`;
  tenant.conditions = { ...tenant.conditions, faults: [{ kind: "reset" }] };
  const cut = async () => app.request("/v1.0/me", { headers: { authorization } });
  await expect(cut()).rejects.toThrow("connection reset");
  expect(lines).toEqual([]);
});
