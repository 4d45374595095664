import { createHmac } from "node:crypto";
import {
  exportJWK,
  exportSPKI,
  generateKeyPair,
  SignJWT,
  UnsecuredJWT,
  type JWTPayload,
} from "jose";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { callerOf } from "./caller";
import { LedgerError } from "./ledger-error";
import {
  goodClaims,
  KEY_ID,
  openIssuer,
  OTHER_TENANT,
  productionSettings,
  requestWith,
  TENANT,
  USER,
  type TokenIssuer,
} from "./testing/token-issuer";

const AUTHORITY = "https://login.microsoftonline.com";

let issuer: TokenIssuer;
let simulator: TokenIssuer;
const now = () => Math.floor(Date.now() / 1_000);

beforeAll(async () => {
  issuer = await openIssuer(AUTHORITY);
  simulator = await openIssuer("http://localhost:4999", OTHER_TENANT);
  vi.stubGlobal("fetch", () => Promise.resolve(Response.json(issuer.jwks)));
});

afterAll(() => {
  vi.unstubAllGlobals();
});

async function refusalOf(authorization: string | undefined): Promise<LedgerError> {
  const outcome: unknown = await callerOf(requestWith(authorization), productionSettings).catch(
    (error: unknown) => error,
  );
  if (outcome instanceof LedgerError) return outcome;
  throw new Error(`Not refused: ${JSON.stringify(outcome)}`);
}

const unpublished = generateKeyPair("RS256");

/** Signed like a good one, by a key that nobody published. */
async function forged(header: Record<string, unknown>, claims: JWTPayload = goodClaims(AUTHORITY)) {
  return new SignJWT(claims)
    .setProtectedHeader({ alg: "RS256", typ: "JWT", kid: KEY_ID, ...header })
    .sign((await unpublished).privateKey);
}

async function withPart(part: 0 | 1 | 2, change: (text: string) => string): Promise<string> {
  const parts = (await issuer.issue()).split(".");
  parts[part] = change(parts[part] ?? "");
  return parts.join(".");
}

function reencoded(change: (json: string) => string): (part: string) => string {
  return (part) =>
    Buffer.from(change(Buffer.from(part, "base64url").toString())).toString("base64url");
}

describe("401 without a reason, for an Authorization header that is", () => {
  test.each<[string, () => string | undefined | Promise<string>]>([
    ["missing", () => undefined],
    ["empty", () => ""],
    ["another scheme", () => "Basic b2xnYTpzZWNyZXQ="],
    ["a scheme alone", () => "Bearer"],
    ["not a token", () => "Bearer token"],
    ["a token without its scheme", () => issuer.issue()],
    ["two tokens", async () => `Bearer ${await issuer.issue()}, Bearer ${await issuer.issue()}`],
    ["a token and a word", async () => `Bearer ${await issuer.issue()} x`],
    ["an encrypted token", () => "Bearer a.b.c.d.e"],
    ["a padded token", async () => `Bearer ${await issuer.issue()}=`],
  ])("%s", async (_, authorization) => {
    expect(await refusalOf(await authorization())).toMatchObject({
      kind: "unauthenticated",
      field: null,
    });
  });
});

describe("401 without a reason, for a token that", () => {
  const tokens: [string, () => string | Promise<string>][] = [
    ["is not signed (alg none)", () => new UnsecuredJWT(goodClaims(AUTHORITY)).encode()],
    [
      "says alg none over a good signature",
      () => withPart(0, () => Buffer.from('{"alg":"none"}').toString("base64url")),
    ],
    [
      "says alg None",
      () =>
        withPart(
          0,
          reencoded((json) => json.replace("RS256", "None")),
        ),
    ],
    ["is signed with the public key as an HMAC secret", hmacWithPublicKey],
    [
      "says RS384",
      () =>
        withPart(
          0,
          reencoded((json) => json.replace("RS256", "RS384")),
        ),
    ],
    [
      "says PS256",
      () =>
        withPart(
          0,
          reencoded((json) => json.replace("RS256", "PS256")),
        ),
    ],
    [
      "has no alg",
      () =>
        withPart(
          0,
          reencoded((json) => json.replace('"alg":"RS256",', "")),
        ),
    ],
    ["names its key's address (jku)", () => forged({ jku: "https://evil.example/keys" })],
    ["names its certificate's address (x5u)", () => forged({ x5u: "https://evil.example/cert" })],
    ["brings its key (jwk)", forgedWithOwnKey],
    ["brings its certificate (x5c)", () => forged({ x5c: ["MIIB"] })],
    ["is signed by another key of the same name", () => forged({})],
    ["names an unknown key", () => issuer.issue({}, { kid: "unknown" })],
    ["names a key by a path", () => issuer.issue({}, { kid: "../../dev/null" })],
    ["names no key", () => issuer.issue({}, { kid: undefined })],
    [
      "demands an extension (crit)",
      () =>
        withPart(
          0,
          reencoded((json) => json.replace("{", '{"crit":["x"],"x":1,')),
        ),
    ],
    ["is of another type", () => issuer.issue({}, { typ: "at+jwt" })],
    ["is another purpose's", () => issuer.issue({}, { typ: "refresh" })],
    ["has a broken signature", () => withPart(2, (text) => text.slice(0, -8) + "AAAAAAAA")],
    ["has no signature", () => withPart(2, () => "")],
    [
      "has a changed claim",
      () =>
        withPart(
          1,
          reencoded((json) => json.replace("Operator", "Administrator")),
        ),
    ],
    ["has a body that is not JSON", () => withPart(1, () => "bm90LWpzb24")],
    ["has a header that is not JSON", () => withPart(0, () => "bm90LWpzb24")],
    ["has expired", () => issuer.issue({ exp: now() - 61 })],
    ["has no end", () => issuer.issue({ exp: undefined })],
    ["is not valid yet", () => issuer.issue({ nbf: now() + 120 })],
    ["does not say from when it is valid", () => issuer.issue({ nbf: undefined })],
    ["is for Microsoft Graph", () => issuer.issue({ aud: "00000003-0000-0000-c000-000000000000" })],
    ["is for Graph's address", () => issuer.issue({ aud: "https://graph.microsoft.com" })],
    ["is for another application", () => issuer.issue({ aud: `api://${USER}` })],
    ["is for nobody", () => issuer.issue({ aud: undefined })],
    [
      "was issued for another tenant's issuer",
      () => issuer.issue({ iss: `${AUTHORITY}/${OTHER_TENANT}/v2.0` }),
    ],
    [
      "is of another tenant throughout",
      () => issuer.issue({ iss: `${AUTHORITY}/${OTHER_TENANT}/v2.0`, tid: OTHER_TENANT }),
    ],
    ["names another tenant under our issuer", () => issuer.issue({ tid: OTHER_TENANT })],
    ["names no tenant", () => issuer.issue({ tid: undefined })],
    [
      "is of version 1",
      () => issuer.issue({ iss: `https://sts.windows.net/${TENANT}/`, ver: "1.0" }),
    ],
    ["says version 1 under our issuer", () => issuer.issue({ ver: "1.0" })],
    ["says no version", () => issuer.issue({ ver: undefined })],
    [
      "has an issuer that only begins like ours",
      () => issuer.issue({ iss: `${AUTHORITY}/${TENANT}/v2.0/` }),
    ],
    [
      "is of a personal account's issuer",
      () => issuer.issue({ iss: `${AUTHORITY}/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0` }),
    ],
    ["was issued to another application (azp)", () => issuer.issue({ azp: USER })],
    ["does not say to which application", () => issuer.issue({ azp: undefined })],
    ["has no oid", () => issuer.issue({ oid: undefined })],
    ["has an oid that is not an id", () => issuer.issue({ oid: "olga" })],
    ["has a list for an oid", () => issuer.issue({ oid: [USER] })],
    ["is the simulator's", () => simulator.issue()],
  ];
  test.each(tokens)("%s", async (_, token) => {
    const refused = await refusalOf(`Bearer ${await token()}`);
    expect({ kind: refused.kind, field: refused.field }).toEqual({
      kind: "unauthenticated",
      field: null,
    });
    expect(["Sign in again.", "Sign in first."]).toContain(refused.message);
  });

  async function hmacWithPublicKey(): Promise<string> {
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const text = `${part({ alg: "HS256", typ: "JWT", kid: KEY_ID })}.${part(goodClaims(AUTHORITY))}`;
    const secret = await exportSPKI(issuer.publicKey);
    return `${text}.${createHmac("sha256", secret).update(text).digest("base64url")}`;
  }

  async function forgedWithOwnKey(): Promise<string> {
    const { privateKey, publicKey } = await generateKeyPair("RS256", { extractable: true });
    return new SignJWT(goodClaims(AUTHORITY))
      .setProtectedHeader({
        alg: "RS256",
        typ: "JWT",
        kid: KEY_ID,
        jwk: await exportJWK(publicKey),
      })
      .sign(privateKey);
  }
});
