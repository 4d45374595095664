import { createLocalJWKSet, jwtVerify, type JSONWebKeySet, type JWTPayload } from "jose";
import { beforeEach, describe, expect, test } from "vitest";
import { simulator } from "../server.ts";
import { defaults } from "../state/defaults.ts";
import type { User } from "../state/entities.ts";
import { roleTemplates } from "../state/roles.ts";
import { seedTenant } from "../state/seed/harborline.ts";
import { Tenants, type Tenant } from "../state/tenant.ts";
import { BrowserClient } from "./browser-client.ts";

let tenant: Tenant;
let tenants: Tenants;
let client: BrowserClient;

beforeEach(() => {
  tenant = seedTenant({ guests: 0, seed: 1 });
  tenants = new Tenants();
  tenants.add(tenant);
  client = new BrowserClient(simulator(tenants), tenant);
});

async function claimsOf(token: string): Promise<JWTPayload> {
  const published = await client.get(`/${tenant.id}/discovery/v2.0/keys`);
  const keys = createLocalJWKSet((await published.json()) as JSONWebKeySet);
  const currentDate = new Date(tenant.clock.now());
  return (await jwtVerify(token, keys, { currentDate, algorithms: ["RS256"] })).payload;
}

function grace(): User {
  const user = tenant.directory.users.get(tenant.personas[0]?.userId ?? "");
  if (!user) throw new Error("Grace is missing");
  return user;
}

describe("Tokens", () => {
  test("A Graph token carries what Graph's do", async () => {
    const { body } = await client.redeem(await client.signIn("Grace Okafor"));
    expect(await claimsOf(body.access_token)).toMatchObject({
      aud: "https://graph.microsoft.com",
      tid: tenant.id,
      oid: grace().id,
      appid: defaults.clientId,
      app_displayname: "Guestlist",
      idtyp: "user",
    });
    const { wids, scp } = await claimsOf(body.access_token);
    expect(wids).toContain(roleTemplates.userAdministrator);
    expect(String(scp).split(" ")).toEqual(
      expect.arrayContaining(["User.Read", "AuditLog.Read.All"]),
    );
    expect(scp).not.toContain("User.ReadWrite.All");
    expect(body.expires_in).toBeGreaterThanOrEqual(3600);
    expect(body.expires_in).toBeLessThanOrEqual(5400);
  });

  test("The id token answers the nonce and carries app roles and an opaque hint", async () => {
    const { body } = await client.redeem(await client.signIn("Grace Okafor"));
    expect(await claimsOf(body.id_token)).toMatchObject({
      iss: `http://localhost:4010/${tenant.id}/v2.0`,
      aud: defaults.clientId,
      nonce: "a-nonce",
      ver: "2.0",
      roles: ["Governance.Administrator"],
      preferred_username: "grace.okafor@harborline.example",
      login_hint: expect.stringMatching(/^O\./) as string,
    });
  });

  test("A refresh token opens the product's own API as well, with a v2 token", async () => {
    const { body } = await client.redeem(await client.signIn("Grace Okafor"));
    const second = await client.refresh(body.refresh_token, defaults.apiScope);
    expect(second.body.scope.split(" ")).toContain(defaults.apiScope);
    expect(await claimsOf(second.body.access_token)).toMatchObject({
      iss: `http://localhost:4010/${tenant.id}/v2.0`,
      aud: defaults.clientId,
      azp: defaults.clientId,
      ver: "2.0",
      tid: tenant.id,
      oid: grace().id,
      scp: "Governance.ReadWrite",
      roles: ["Governance.Administrator"],
      name: "Grace Okafor",
      preferred_username: "grace.okafor@harborline.example",
    });
  });

  test("A person without app roles gets a token without the claim", async () => {
    const { body } = await client.redeem(await client.signIn("Nora Whitfield"));
    const second = await client.refresh(body.refresh_token, defaults.apiScope);
    expect(await claimsOf(second.body.access_token)).not.toHaveProperty("roles");
  });

  test.each(["https://graph.microsoft.com/User.Read", "user.read", "User.Read"])(
    "The scope is answered as it was spelled: %s",
    async (spelling) => {
      const { body } = await client.redeem(await client.signIn("Grace Okafor"));
      const again = await client.refresh(body.refresh_token, spelling);
      expect(again.body.scope.split(" ")).toEqual(
        expect.arrayContaining([spelling, "openid", "profile"]),
      );
      expect((await claimsOf(again.body.access_token)).scp).toContain("User.Read");
    },
  );

  test("A guest's home is another tenant", async () => {
    const { body } = await client.redeem(await client.signIn("Gil Marchetti"));
    const info = JSON.parse(Buffer.from(body.client_info, "base64url").toString()) as {
      uid: string;
      utid: string;
    };
    const { tid, oid } = await claimsOf(body.id_token);
    expect(info.utid).not.toBe(tid);
    expect(info.uid).not.toBe(oid);
    expect((await claimsOf(body.access_token)).idp).toContain(info.utid);
  });

  test("A role taken away midway is missing from the next token", async () => {
    const { body } = await client.redeem(await client.signIn("Grace Okafor"));
    for (const role of tenant.directory.roles.values()) role.memberIds.delete(grace().id);
    const again = await client.refresh(body.refresh_token, "User.Read");
    expect((await claimsOf(again.body.access_token)).wids).not.toContain(
      roleTemplates.userAdministrator,
    );
  });

  test("Without offline_access there is no refresh token, without openid no id token", async () => {
    const scope = "User.Read";
    const { body } = await client.redeem(await client.signIn("Grace Okafor", { scope }), {
      scope,
    });
    expect(body).not.toHaveProperty("refresh_token");
    expect(body).not.toHaveProperty("id_token");
  });
});

describe("Claims challenges", () => {
  test("What Conditional Access demanded is in the next token, and only in that", async () => {
    const { body } = await client.redeem(await client.signIn("Grace Okafor"));
    const claims = JSON.stringify({
      access_token: { acrs: { essential: true, value: "C1" }, xms_cc: { values: ["CP1"] } },
    });
    const stepped = await client.refresh(body.refresh_token, "User.Read", { claims });
    expect(await claimsOf(stepped.body.access_token)).toMatchObject({
      acrs: ["c1"],
      xms_cc: ["cp1"],
    });
    const plain = await client.refresh(stepped.body.refresh_token, "User.Read");
    expect(await claimsOf(plain.body.access_token)).not.toHaveProperty("acrs");
  });

  test("Claims of the authorize request are honoured when the code is redeemed", async () => {
    const claims = JSON.stringify({
      access_token: { acrs: { essential: true, values: ["c2", "c3"] } },
    });
    const { body } = await client.redeem(await client.signIn("Grace Okafor", { claims }));
    expect((await claimsOf(body.access_token)).acrs).toEqual(["c2", "c3"]);
  });
});

describe("Codes", () => {
  test("A wrong verifier gets nothing, and neither does the code afterwards", async () => {
    const code = await client.signIn("Grace Okafor");
    const wrong = await client.redeem(code, { code_verifier: "x".repeat(50) });
    expect(wrong).toMatchObject({
      status: 400,
      body: { error: "invalid_grant", error_codes: [501481] },
    });
    expect(wrong.body).not.toHaveProperty("access_token");
    expect((await client.redeem(code)).body.error_codes).toEqual([54005]);
  });

  test("A code is redeemed once", async () => {
    const code = await client.signIn("Grace Okafor");
    expect((await client.redeem(code)).status).toBe(200);
    expect((await client.redeem(code)).body).toMatchObject({
      error: "invalid_grant",
      error_codes: [54005],
    });
  });

  test("A code lives ten minutes of the tenant's time", async () => {
    const code = await client.signIn("Grace Okafor");
    tenant.clock.advance(10 * 60_000 + 1);
    expect((await client.redeem(code)).body).toMatchObject({
      error: "invalid_grant",
      error_codes: [70008],
    });
  });

  test("A code of one tenant is refused by another", async () => {
    const other = seedTenant({ id: "0d7f6c1c-52f5-4c0e-8f0e-0c6f6a4c2b11", guests: 0, seed: 1 });
    tenants.add(other);
    const app = simulator(tenants);
    const code = await new BrowserClient(app, tenant).signIn("Grace Okafor");
    const { body } = await new BrowserClient(app, other).redeem(code);
    expect(body).toMatchObject({ error: "invalid_grant", error_codes: [700005] });
  });

  test("The redirect URI must be the same again", async () => {
    const code = await client.signIn("Grace Okafor");
    const redirect_uri = "http://localhost:3000/";
    expect((await client.redeem(code, { redirect_uri })).body.error_codes).toEqual([500112]);
  });

  const malformed: [string, Record<string, string | null>, number][] = [
    ["no code", { code: null }, 900144],
    ["no verifier", { code_verifier: null }, 900144],
    ["no grant type", { grant_type: null }, 900144],
    ["an unknown grant type", { grant_type: "password" }, 70003],
    ["an unknown client", { client_id: "somebody" }, 700016],
    ["a code that was never given", { code: "made-up" }, 9002313],
  ];
  test.each(malformed)("%s", async (_, input, code) => {
    const answer = await client.redeem("made-up", input);
    expect(answer.status).toBe(400);
    expect(answer.body.error_codes).toEqual([code]);
    expect(answer.body.error_description).toMatch(
      /^AADSTS\d+: .+ Trace ID: .+ Correlation ID: .+ Timestamp: \d{4}-/,
    );
  });

  test("A code is redeemed from a page only: without an Origin it is refused", async () => {
    const app = simulator(tenants);
    const body = new URLSearchParams({
      grant_type: "authorization_code",
      client_id: defaults.clientId,
    });
    const answer = await app.request(`/${tenant.id}/oauth2/v2.0/token`, { method: "POST", body });
    expect(await answer.json()).toMatchObject({ error_codes: [9002327] });
  });
});

test("A page of any origin may call the token endpoint and read its answer", async () => {
  const app = simulator(tenants);
  const answer = await app.request(`/${tenant.id}/oauth2/v2.0/token?client-request-id=an-id`, {
    method: "POST",
    headers: { origin: "http://localhost:3000" },
    body: new URLSearchParams({}),
  });
  expect(answer.headers.get("access-control-allow-origin")).toBe("*");
  expect(await answer.json()).toMatchObject({ correlation_id: "an-id", error_codes: [900144] });
});
