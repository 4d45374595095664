import { beforeEach, expect, test } from "vitest";
import { simulator } from "../server.ts";
import { seedTenant } from "../state/seed/harborline.ts";
import { Tenants, type Tenant } from "../state/tenant.ts";
import { opaqueHint } from "./account.ts";
import { fragmentOf, BrowserClient } from "./browser-client.ts";

let tenant: Tenant;
let client: BrowserClient;

beforeEach(async () => {
  tenant = seedTenant({ guests: 0, seed: 1 });
  const tenants = new Tenants();
  tenants.add(tenant);
  client = new BrowserClient(simulator(tenants), tenant);
  await client.signIn("Grace Okafor");
  await client.signIn("Uma Lindqvist", { prompt: "select_account" });
});

const back = "http://localhost:3000/auth/redirect.html";

function signOut(parameters: Record<string, string>): Promise<Response> {
  return client.get(`/${tenant.id}/oauth2/v2.0/logout?${new URLSearchParams(parameters)}`);
}

async function silentAs(username: string): Promise<string | null> {
  return fragmentOf(await client.authorize({ prompt: "none", login_hint: username })).get("error");
}

test("It leads back to the application with its state", async () => {
  const answer = await signOut({ post_logout_redirect_uri: back, state: "a state" });
  expect(answer.status).toBe(302);
  const url = new URL(answer.headers.get("location") ?? "");
  expect(url.origin + url.pathname).toBe(back);
  expect(url.searchParams.get("state")).toBe("a state");
});

test("Without a hint everybody is signed out", async () => {
  await signOut({ post_logout_redirect_uri: back });
  expect(await silentAs("grace.okafor@harborline.example")).toBe("login_required");
  expect(await silentAs("uma.lindqvist@harborline.example")).toBe("login_required");
});

test.each(["username", "opaque claim"])(
  "A hint by %s signs out that account alone",
  async (kind) => {
    const { userId = "", username = "" } = tenant.personas[0] ?? {};
    const hint = kind === "username" ? username : opaqueHint(tenant, userId);
    await signOut({ post_logout_redirect_uri: back, logout_hint: hint });
    expect(await silentAs("grace.okafor@harborline.example")).toBe("login_required");
    expect(await silentAs("uma.lindqvist@harborline.example")).toBeNull();
  },
);

test("It never leads to an address that nobody registered", async () => {
  const answer = await signOut({ post_logout_redirect_uri: "https://evil.example/", state: "x" });
  expect(answer.status).toBe(200);
  expect(answer.headers.get("location")).toBeNull();
  expect(await answer.text()).toContain("You signed out");
});
