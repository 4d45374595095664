import { beforeEach, describe, expect, test } from "vitest";
import { simulator } from "../server.ts";
import { defaults } from "../state/defaults.ts";
import { seedTenant } from "../state/seed/harborline.ts";
import { Tenants, type Tenant } from "../state/tenant.ts";
import { codeIn, fragmentOf, BrowserClient } from "./browser-client.ts";

let tenant: Tenant;
let tenants: Tenants;
let client: BrowserClient;

beforeEach(() => {
  tenant = seedTenant({ guests: 0, seed: 1 });
  tenants = new Tenants();
  tenants.add(tenant);
  client = new BrowserClient(simulator(tenants), tenant);
});

describe("Who is shown an error page, since the answer may go nowhere", () => {
  const shown: [string, Record<string, string | null>, string][] = [
    ["an unknown client", { client_id: "11111111-2222-4333-8444-555555555555" }, "AADSTS700016"],
    ["no client at all", { client_id: null }, "AADSTS900144"],
    [
      "a foreign redirect URI",
      { redirect_uri: "https://evil.example/auth/redirect.html" },
      "AADSTS50011",
    ],
    [
      "another path of the same origin",
      { redirect_uri: "http://localhost:3000/other" },
      "AADSTS50011",
    ],
    [
      "a redirect URI with a user in it",
      { redirect_uri: "http://a@localhost:3000/" },
      "AADSTS50011",
    ],
    ["a redirect URI that is none", { redirect_uri: "javascript:alert(1)" }, "AADSTS50011"],
    [
      "localhost over https, which is not registered",
      { redirect_uri: "https://localhost:3000/" },
      "AADSTS50011",
    ],
    ["response_mode form_post", { response_mode: "form_post" }, "AADSTS90023"],
  ];
  test.each(shown)("%s", async (_, input, words) => {
    const response = await client.authorize(input);
    expect(response.status).toBe(400);
    expect(response.headers.get("location")).toBeNull();
    expect(await response.text()).toContain(words);
  });

  test("a tenant that does not exist", async () => {
    const response = await client.get("/no-such-tenant/oauth2/v2.0/authorize?client_id=x");
    expect(response.status).toBe(400);
    expect(await response.text()).toContain("AADSTS90002");
  });
});

describe("Errors that go back to the application, with its state", () => {
  const returned: [string, Record<string, string | null>, string, string][] = [
    [
      "another response type",
      { response_type: "token" },
      "unsupported_response_type",
      "AADSTS700054",
    ],
    ["no PKCE", { code_challenge: null }, "invalid_request", "AADSTS9002325"],
    ["plain PKCE", { code_challenge_method: "plain" }, "invalid_request", "AADSTS9002325"],
    [
      "a challenge of the wrong size",
      { code_challenge: "short" },
      "invalid_request",
      "AADSTS501491",
    ],
    ["no scope", { scope: null }, "invalid_request", "AADSTS900144"],
    ["a scope that Graph does not have", { scope: "User.Fly" }, "invalid_client", "AADSTS650053"],
    [
      "a scope of an unknown resource",
      { scope: "https://vault.example/Read" },
      "invalid_resource",
      "AADSTS500011",
    ],
    [
      "scopes of two resources",
      { scope: `User.Read ${defaults.apiScope}` },
      "invalid_request",
      "AADSTS28000",
    ],
    ["an unknown prompt", { prompt: "whatever" }, "invalid_request", "AADSTS90023"],
    ["claims that are not JSON", { claims: "{" }, "invalid_request", "AADSTS9002313"],
    ["prompt=none and nobody signed in", { prompt: "none" }, "login_required", "AADSTS50058"],
  ];
  test.each(returned)("%s", async (_, input, error, words) => {
    const response = await client.authorize(input);
    expect(response.status).toBe(302);
    const answer = fragmentOf(response);
    expect(answer.get("error")).toBe(error);
    expect(answer.get("error_description")).toContain(words);
    expect(answer.get("state")).toBe("st&te");
    expect(answer.has("code")).toBe(false);
  });
});

describe("Signing in", () => {
  test("The page lists every persona, and picking one answers with a code in the fragment", async () => {
    const page = await client.authorize();
    const text = await page.clone().text();
    for (const { name } of tenant.personas)
      expect(text).toContain(`<strong><bdi>${name}</bdi></strong>`);
    const answer = await client.pick("Grace Okafor", page);
    expect(answer.headers.get("location")).toMatch(
      /^http:\/\/localhost:3000\/auth\/redirect\.html#code=/,
    );
    expect(fragmentOf(answer).get("state")).toBe("st&te");
    expect(fragmentOf(answer).get("client_info")).not.toBeNull();
  });

  test("response_mode=query answers in the query", async () => {
    const answer = await client.pick(
      "Grace Okafor",
      await client.authorize({ response_mode: "query" }),
    );
    const url = new URL(answer.headers.get("location") ?? "");
    expect(url.searchParams.has("code")).toBe(true);
    expect(url.hash).toBe("");
  });

  test("Of http://localhost the port is not compared", async () => {
    const page = await client.authorize({
      redirect_uri: "http://localhost:18410/auth/redirect.html",
    });
    expect(page.status).toBe(200);
  });

  test("domain_hint and words that nobody knows are passed over", async () => {
    expect((await client.authorize({ domain_hint: "organizations", pocd: "x" })).status).toBe(200);
  });

  test("Who is signed in is not asked again", async () => {
    await client.signIn("Grace Okafor");
    expect(codeIn(await client.authorize())).not.toBe("");
    expect(codeIn(await client.authorize({ prompt: "none" }))).not.toBe("");
  });

  test.each(["login", "select_account"])("prompt=%s asks again", async (prompt) => {
    await client.signIn("Grace Okafor");
    const page = await client.authorize({ prompt });
    expect(page.status).toBe(200);
    expect(codeIn(await client.pick("Uma Lindqvist", page))).not.toBe("");
  });

  test("With several accounts, silence needs a hint; the username and the opaque claim both serve", async () => {
    const first = await client.redeem(await client.signIn("Grace Okafor"));
    await client.signIn("Uma Lindqvist", { prompt: "select_account" });
    const unsure = fragmentOf(await client.authorize({ prompt: "none" }));
    expect(unsure.get("error")).toBe("interaction_required");
    expect((await client.authorize()).status).toBe(200);

    const claims = JSON.parse(
      Buffer.from(first.body.id_token.split(".")[1] ?? "", "base64url").toString(),
    ) as { login_hint: string };
    for (const hint of ["grace.okafor@harborline.example", claims.login_hint]) {
      const code = codeIn(await client.authorize({ prompt: "none", login_hint: hint }));
      const { body } = await client.redeem(code);
      expect(body.client_info).toBe(first.body.client_info);
    }
  });

  test("A hint at somebody who is not signed in never answers as another", async () => {
    await client.signIn("Grace Okafor");
    const hint = "uma.lindqvist@harborline.example";
    const silent = fragmentOf(await client.authorize({ prompt: "none", login_hint: hint }));
    expect(silent.get("error")).toBe("login_required");
    const page = await (await client.authorize({ login_hint: hint })).text();
    expect(page.indexOf("Uma Lindqvist")).toBeLessThan(page.indexOf("Grace Okafor"));
  });

  test("Who is blocked is refused on the page, and the failed attempt is logged", async () => {
    const uma = tenant.directory.users.get(tenant.personas[1]?.userId ?? "");
    if (!uma) throw new Error("Uma is missing");
    uma.accountEnabled = false;
    const before = uma.signIns?.lastSuccessAt;
    const answer = await client.pick("Uma Lindqvist", await client.authorize());
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain("AADSTS50057");
    expect(tenant.directory.signInLog.at(-1)).toMatchObject({ userId: uma.id, errorCode: 50057 });
    expect(uma.signIns?.lastSuccessAt).toBe(before);
    expect(Date.parse(uma.signIns?.lastAttemptAt ?? "")).toBeGreaterThan(Date.parse(before ?? ""));
  });

  test("A session ends when its sessions are revoked or the person is blocked", async () => {
    await client.signIn("Grace Okafor");
    const grace = tenant.directory.users.get(tenant.personas[0]?.userId ?? "");
    if (!grace) throw new Error("Grace is missing");
    tenant.clock.advance(60_000);
    grace.sessionsValidFrom = tenant.clock.iso();
    expect(fragmentOf(await client.authorize({ prompt: "none" })).get("error")).toBe(
      "login_required",
    );
  });
});

test("A sign-in form from another origin is refused", async () => {
  const app = simulator(tenants);
  const answer = await app.request(`/${tenant.id}/login`, {
    method: "POST",
    body: new URLSearchParams({ account: tenant.personas[0]?.userId ?? "", request: "" }),
    headers: { origin: "http://localhost:3000" },
  });
  expect(answer.status).toBe(403);
  expect(answer.headers.getSetCookie()).toEqual([]);
});
