import { exportJWK, generateKeyPair, SignJWT, type JWK, type JWTPayload } from "jose";
import type { Settings } from "@/lib/config/settings";

export const TENANT = "11111111-2222-4333-8444-555555555555";
export const OTHER_TENANT = "66666666-2222-4333-8444-555555555555";
export const CLIENT = "99999999-8888-4777-8666-555555555555";
export const USER = "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee";
export const KEY_ID = "test-key";

/** Settings of a production server whose authority is Microsoft's. */
export const productionSettings: Settings = {
  origin: "https://guestlist.example.com",
  tenantId: TENANT,
  clientId: CLIENT,
  cloudName: "global",
  cloud: {
    authority: "https://login.microsoftonline.com",
    graphRoot: "https://graph.microsoft.com",
  },
  database: { kind: "server", url: "postgresql://unused.invalid/unused" },
  checkpoints: { key: null, host: null, earlierKeys: [], folder: null, webhook: null },
  simulatorOrigin: null,
};

export interface TokenIssuer {
  readonly jwks: { readonly keys: readonly JWK[] };
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
  /** A token with the given changes to the claims of a good one; undefined leaves a claim out. */
  issue(changes?: Record<string, unknown>, header?: Record<string, unknown>): Promise<string>;
}

/** The claims of a good access token for our own API. */
export function goodClaims(authority: string, tenantId = TENANT): JWTPayload {
  const now = Math.floor(Date.now() / 1_000);
  return {
    aud: CLIENT,
    iss: `${authority}/${tenantId}/v2.0`,
    iat: now - 10,
    nbf: now - 10,
    exp: now + 3_600,
    azp: CLIENT,
    name: "Olga Operator",
    preferred_username: "olga@contoso.example",
    oid: USER,
    roles: ["Governance.Operator"],
    scp: "Governance.ReadWrite",
    sub: "subject",
    tid: tenantId,
    ver: "2.0",
  };
}

const issuers = new Map<string, Promise<TokenIssuer>>();

/** The authority of a tenant, with one signing key: the same in every test file, since the product caches the key. */
export function openIssuer(authority: string, tenantId = TENANT): Promise<TokenIssuer> {
  const address = `${authority}/${tenantId}`;
  const issuer = issuers.get(address) ?? newIssuer(authority, tenantId);
  issuers.set(address, issuer);
  return issuer;
}

/** The same authority with a new key, which is not yet published or never will be. */
export async function newIssuer(authority: string, tenantId = TENANT): Promise<TokenIssuer> {
  const { privateKey, publicKey } = await generateKeyPair("RS256", { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), kid: KEY_ID, use: "sig" };
  return {
    jwks: { keys: [jwk] },
    privateKey,
    publicKey,
    issue: (changes = {}, header = {}) =>
      new SignJWT({ ...goodClaims(authority, tenantId), ...changes })
        .setProtectedHeader({ alg: "RS256", typ: "JWT", kid: KEY_ID, ...header })
        .sign(privateKey),
  };
}

/** A request that carries this Authorization header. */
export function requestWith(authorization?: string): Request {
  const headers = authorization === undefined ? {} : { authorization };
  return new Request("https://guestlist.example.com/api/policy", { headers });
}
