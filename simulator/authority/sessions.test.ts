import { beforeEach, expect, test } from "vitest";
import { simulator } from "../server.ts";
import { seedTenant } from "../state/seed/harborline.ts";
import { Tenants, type Tenant } from "../state/tenant.ts";
import { fragmentOf, BrowserClient } from "./browser-client.ts";

let tenant: Tenant;
let other: Tenant;
let tenants: Tenants;

beforeEach(() => {
  tenant = seedTenant({ guests: 0, seed: 1 });
  other = seedTenant({ id: "0d7f6c1c-52f5-4c0e-8f0e-0c6f6a4c2b11", guests: 0, seed: 1 });
  // The same people in both, so that only the tenant can tell the sessions apart.
  other.personas.splice(0, other.personas.length, ...tenant.personas);
  for (const user of tenant.directory.users.values()) other.directory.users.set(user.id, user);
  tenants = new Tenants();
  tenants.add(tenant);
  tenants.add(other);
});

async function cookieOf(): Promise<string> {
  const app = simulator(tenants);
  const page = await new BrowserClient(app, tenant).authorize();
  const request = /name="request" value="([^"]+)"/.exec(await page.text())?.[1] ?? "";
  const answer = await app.request(`/${tenant.id}/login`, {
    method: "POST",
    body: new URLSearchParams({
      request: request.replaceAll("&amp;", "&"),
      account: tenant.personas[0]?.userId ?? "",
    }),
  });
  return answer.headers.getSetCookie()[0] ?? "";
}

function silently(of: Tenant, cookie: string): Promise<Response> {
  const app = simulator(tenants);
  const client = new BrowserClient(
    { request: (path: string) => app.request(path, { headers: { cookie } }) },
    of,
  );
  return client.authorize({ prompt: "none" });
}

test("The cookie is closed to scripts and to other sites, and is sent to its tenant alone", async () => {
  const cookie = await cookieOf();
  expect(cookie).toContain("HttpOnly");
  expect(cookie).toContain("SameSite=Lax");
  expect(cookie).toContain(`Path=/${tenant.id}`);
});

test("A session survives a restart of the simulator", async () => {
  const [cookie = ""] = (await cookieOf()).split(";");
  expect(fragmentOf(await silently(tenant, cookie)).has("code")).toBe(true);
});

test("A session of one tenant, carried over by hand, opens no other", async () => {
  const [cookie = ""] = (await cookieOf()).split(";");
  expect(fragmentOf(await silently(other, cookie)).get("error")).toBe("login_required");
});

test("A tampered session is no session", async () => {
  const [cookie = ""] = (await cookieOf()).split(";");
  const [name = "", value = ""] = cookie.split("=");
  const [header = "", , signature = ""] = value.split(".");
  const forged = Buffer.from(
    JSON.stringify({ tid: tenant.id, accounts: [{ userId: tenant.personas[1]?.userId }] }),
  ).toString("base64url");
  const answer = await silently(tenant, `${name}=${header}.${forged}.${signature}`);
  expect(fragmentOf(answer).get("error")).toBe("login_required");
});
