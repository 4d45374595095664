import { generateKeyPair, SignJWT } from "jose";
import type { JWTPayload } from "jose";
import { beforeEach, describe, expect, test } from "vitest";
import { Keys } from "../authority/keys.ts";
import { TestTenant } from "./test-tenant.ts";

const keys = new Keys();
let home: TestTenant;

beforeEach(() => {
  home = new TestTenant();
});

function claims(changed: JWTPayload = {}): JWTPayload {
  const seconds = Math.floor(home.tenant.clock.now() / 1000);
  return {
    aud: "https://graph.microsoft.com",
    tid: home.tenant.id,
    oid: home.admin.id,
    appid: "b7a1c9e2-3d54-4c8f-a6b0-1e2f3d4c5b6a",
    scp: "User.Read",
    iat: seconds,
    exp: seconds + 3600,
    ...changed,
  };
}

function withoutExpiry(): JWTPayload {
  const payload = claims();
  delete payload.exp;
  return payload;
}

async function statusWith(authorization: string | undefined): Promise<string> {
  const headers = authorization === undefined ? {} : { authorization };
  const response = await home.graph.request("/me", { headers });
  if (response.ok) return String(response.status);
  const { error } = (await response.json()) as { error: { code: string; message: string } };
  expect(response.headers.get("www-authenticate")).toMatch(/^Bearer realm=""/);
  return `${response.status} ${error.code}: ${error.message}`;
}

const signed = async (changed: JWTPayload = {}) => `Bearer ${await keys.sign(claims(changed))}`;
const invalid = "401 InvalidAuthenticationToken";

describe("Access tokens: https://learn.microsoft.com/entra/identity-platform/access-tokens", () => {
  test("a good one opens, by the name of Graph or its application id", async () => {
    expect(await statusWith(await signed())).toBe("200");
    expect(await statusWith(await signed({ aud: "00000003-0000-0000-c000-000000000000" }))).toBe(
      "200",
    );
  });

  test.each([
    ["none at all", () => undefined],
    ["another scheme", () => "Basic abc"],
    ["what is no token", () => "Bearer abc"],
    ["another audience", () => signed({ aud: "api://own" })],
    ["a tenant nobody knows", () => signed({ tid: "00000000-0000-0000-0000-000000000000" })],
    ["no expiry", async () => `Bearer ${await keys.sign(withoutExpiry())}`],
    ["somebody who is not in the directory", () => signed({ oid: "nobody" })],
    ["a refresh token", async () => `Bearer ${await keys.sign(claims(), "refresh")}`],
    [
      "another key",
      async () => {
        const { privateKey } = await generateKeyPair("RS256");
        const header = { alg: "RS256", typ: "JWT", kid: keys.publicJwks().keys[0]?.kid ?? "" };
        return `Bearer ${await new SignJWT(claims()).setProtectedHeader(header).sign(privateKey)}`;
      },
    ],
    [
      "no signature",
      () => {
        const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
        return `Bearer ${part({ alg: "none", typ: "JWT" })}.${part(claims())}.`;
      },
    ],
    [
      "a signature made with the public key as a secret",
      async () => {
        const secret = new TextEncoder().encode(JSON.stringify(keys.publicJwks()).padEnd(64));
        const token = new SignJWT(claims()).setProtectedHeader({ alg: "HS256", typ: "JWT" });
        return `Bearer ${await token.sign(secret)}`;
      },
    ],
  ])("%s is refused", async (_, authorization) => {
    expect(await statusWith(await authorization())).toContain(invalid);
  });

  test("it ends by the tenant's own clock", async () => {
    const token = await signed();
    home.tenant.clock.advance(3601_000);
    expect(await statusWith(token)).toBe(
      `${invalid}: Lifetime validation failed, the token is expired.`,
    );
  });

  test("a blocked person's stops at once", async () => {
    home.admin.accountEnabled = false;
    expect(await statusWith(await signed())).toContain(invalid);
  });

  test("after sessions were revoked, only a client that can answer a challenge gets one", async () => {
    const [silent, able] = [await signed(), await signed({ xms_cc: ["cp1"] })];
    home.tenant.clock.advance(60_000);
    home.admin.sessionsValidFrom = home.tenant.clock.iso();
    expect(await statusWith(silent)).toBe("200");
    expect(await statusWith(able)).toContain("TokenIssuedBeforeRevocationTimestamp");
    const response = await home.graph.request("/me", { headers: { authorization: able } });
    expect(response.headers.get("www-authenticate")).toMatch(
      /error="insufficient_claims", claims="[\w=+/]+"$/,
    );
  });
});
