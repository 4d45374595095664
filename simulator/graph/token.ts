import { createLocalJWKSet, decodeJwt, errors, jwtVerify } from "jose";
import type { JSONWebKeySet, JWTPayload } from "jose";
import type { Caller } from "./endpoint.ts";
import { unauthenticated } from "./errors.ts";
import type { Tenant, Tenants } from "../state/tenant.ts";

export interface Bearer {
  tenant: Tenant;
  caller: Caller;
}

/** Reads who calls from an Authorization header, or throws Graph's 401. */
export async function readBearer(
  tenants: Tenants,
  header: string | undefined,
  jwks: () => JSONWebKeySet | Promise<JSONWebKeySet>,
): Promise<Bearer> {
  const token = /^Bearer +(\S+)$/i.exec(header ?? "")?.[1];
  if (token === undefined) throw unauthenticated("Access token is empty.");
  const tenant = tenants.find(String(unverified(token).tid));
  if (!tenant) throw unauthenticated("Access token validation failure. Invalid issuer.");
  const claims = await verified(token, tenant, await jwks());
  return { tenant, caller: callerFrom(claims, tenant) };
}

function unverified(token: string): JWTPayload {
  try {
    return decodeJwt(token);
  } catch (cause) {
    if (!(cause instanceof errors.JWTInvalid)) throw cause;
    throw unauthenticated("CompactToken parsing failed with error code: 80049217");
  }
}

/** v2.0 and v1.0 tokens for Graph name it by its URL or by its application id. */
const audience = [
  "https://graph.microsoft.com",
  "https://graph.microsoft.com/",
  "00000003-0000-0000-c000-000000000000",
];

async function verified(token: string, tenant: Tenant, keys: JSONWebKeySet): Promise<JWTPayload> {
  const currentDate = new Date(tenant.clock.now());
  try {
    const options = {
      algorithms: ["RS256"],
      typ: "JWT",
      audience,
      currentDate,
      requiredClaims: ["exp"],
    };
    return (await jwtVerify(token, keySet(keys), options)).payload;
  } catch (cause) {
    if (!(cause instanceof errors.JOSEError)) throw cause;
    throw unauthenticated(reason(cause));
  }
}

let known: { text: string; set: ReturnType<typeof createLocalJWKSet> } | undefined;

/** Reading a key costs more than all else in a small call, so the same keys are read once. */
function keySet(keys: JSONWebKeySet): ReturnType<typeof createLocalJWKSet> {
  const text = JSON.stringify(keys);
  if (known?.text !== text) known = { text, set: createLocalJWKSet(keys) };
  return known.set;
}

function reason(cause: errors.JOSEError): string {
  if (cause instanceof errors.JWTExpired) {
    return "Lifetime validation failed, the token is expired.";
  }
  if (cause instanceof errors.JWTClaimValidationFailed && cause.claim === "aud") {
    return "Access token validation failure. Invalid audience.";
  }
  return "Access token validation failure.";
}

function callerFrom(claims: JWTPayload, tenant: Tenant): Caller {
  const userId = text(claims.oid);
  const user = tenant.directory.users.get(userId);
  if (!user) {
    throw unauthenticated(
      `The identity of the calling application or user could not be established.`,
    );
  }
  if (!user.accountEnabled) throw unauthenticated("User account is disabled.", revoked(tenant));
  if (user.sessionsValidFrom !== null && canAnswerChallenges(claims)) {
    const begun = (claims.iat ?? 0) * 1000;
    if (begun + 1000 <= Date.parse(user.sessionsValidFrom)) {
      throw unauthenticated(
        "Continuous access evaluation resulted in challenge with result: InteractionRequired " +
          "and code: TokenIssuedBeforeRevocationTimestamp",
        revoked(tenant),
      );
    }
  }
  return {
    userId,
    appId: text(claims.azp) || text(claims.appid),
    scopes: new Set(text(claims.scp).split(" ").filter(Boolean)),
    roles: new Set(tenant.directory.rolesOf(userId).map((role) => role.roleTemplateId)),
    isGuest: user.userType === "Guest",
    contexts: new Set(Array.isArray(claims.acrs) ? claims.acrs.map(text) : []),
  };
}

/** https://learn.microsoft.com/entra/identity-platform/claims-challenge: only a client that says `cp1` is challenged. */
function canAnswerChallenges(claims: JWTPayload): boolean {
  return Array.isArray(claims.xms_cc) && claims.xms_cc.includes("cp1");
}

function revoked(tenant: Tenant): string {
  const nbf = { essential: true, value: String(Math.floor(tenant.clock.now() / 1000)) };
  const claims = Buffer.from(JSON.stringify({ access_token: { nbf } })).toString("base64");
  return `, error="insufficient_claims", claims="${claims}"`;
}

function text(claim: unknown): string {
  return typeof claim === "string" ? claim : "";
}
