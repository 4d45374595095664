import { isLowerCaseGuid } from "@/lib/domain/guid";
import "server-only";
import { decodeJwt, errors, type JWTPayload, jwtVerify } from "jose";
import { settings, type Settings } from "@/lib/config/settings";
import { APP_ROLES, type AppRole, holdsAppRole } from "@/lib/domain/app-roles";
import { LedgerError } from "./ledger-error";
import { keysOf } from "./signing-keys";
import { simulatedNow } from "./simulated-time";

/** A signed-in person, as their validated access token for our own API says. */
export interface Caller {
  readonly tenantId: string;
  readonly userId: string;
  readonly name: string | null;
  readonly username: string | null;
  readonly roles: readonly AppRole[];
}

const SCOPE = "Governance.ReadWrite";
/** The caller. Throws 401 without details, 403 for what the token does not allow, and 503 without keys. */
export async function callerOf(request: Request, from: Settings = settings()): Promise<Caller> {
  const token = bearerToken(request);
  const tenantId = from.simulatorOrigin === null ? from.tenantId : unverifiedTenant(token);
  const claims = await verifiedClaims(token, tenantId, from);
  const userId = refuseStrangers(claims, tenantId, from);
  refuseUnentitled(claims);
  return {
    tenantId,
    userId,
    name: text(claims.name),
    username: text(claims.preferred_username),
    roles: rolesOf(claims),
  };
}

const COMPACT_JWS = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i;

/** The bearer token of a request. Any other header is 401. */
function bearerToken(request: Request): string {
  const token = COMPACT_JWS.exec(request.headers.get("authorization") ?? "")?.[1];
  if (token === undefined) throw new LedgerError("unauthenticated", "Sign in first.");
  return token;
}

/** The tenant that a token claims: it only chooses the issuer against which the token is then checked. */
function unverifiedTenant(token: string): string {
  let tenant: unknown;
  try {
    tenant = decodeJwt(token).tid;
  } catch (error) {
    throw new LedgerError("unauthenticated", "Sign in again.", null, { cause: error });
  }
  if (typeof tenant === "string" && isLowerCaseGuid(tenant)) return tenant;
  throw new LedgerError("unauthenticated", "Sign in again.");
}

/** Whether a caller has this role or a wider one. */
export function hasRole(caller: Caller, role: AppRole): boolean {
  return holdsAppRole(caller.roles, role);
}

/** Refuses a caller who has neither this role nor a wider one. */
export function requireRole(caller: Caller, role: AppRole, field: string | null = null): void {
  if (hasRole(caller, role)) return;
  throw new LedgerError("forbidden", `This needs the app role ${role}.`, field);
}

/** Signature, issuer, audience and times (learn.microsoft.com/entra/identity-platform/access-tokens#validate-tokens). */
async function verifiedClaims(
  token: string,
  tenantId: string,
  from: Settings,
): Promise<JWTPayload> {
  try {
    return from.simulatorOrigin === null
      ? await claimsAt(new Date(), token, tenantId, from)
      : await simulatedClaims(from.simulatorOrigin, token, tenantId, from);
  } catch (error) {
    if (error instanceof LedgerError) throw error;
    throw new LedgerError("unauthenticated", "Sign in again.", null, { cause: error });
  }
}

/** The simulator's tokens carry the times of their tenant, and a tenant's clock may have been moved there. */
async function simulatedClaims(
  simulator: string,
  token: string,
  tenantId: string,
  from: Settings,
): Promise<JWTPayload> {
  try {
    return await claimsAt(new Date(), token, tenantId, from);
  } catch (error) {
    const now = isAboutTimes(error) ? await simulatedNow(simulator, tenantId) : null;
    if (now === null) throw error;
    return await claimsAt(now, token, tenantId, from);
  }
}

function isAboutTimes(error: unknown): boolean {
  if (error instanceof errors.JWTExpired) return true;
  return (
    error instanceof errors.JWTClaimValidationFailed && ["nbf", "iat", "exp"].includes(error.claim)
  );
}

async function claimsAt(
  currentDate: Date,
  token: string,
  tenantId: string,
  from: Settings,
): Promise<JWTPayload> {
  const authority = from.simulatorOrigin ?? from.cloud.authority;
  const { payload } = await jwtVerify(token, keysOf(authority, tenantId), {
    issuer: `${authority}/${tenantId}/v2.0`,
    audience: [from.clientId, `api://${from.clientId}`],
    algorithms: ["RS256"],
    typ: "JWT",
    clockTolerance: 60,
    currentDate,
    requiredClaims: ["exp", "iat", "nbf", "oid", "tid", "ver"],
  });
  return payload;
}

/** The user id of a token that our own page got for a person of this tenant; anything else is 401. */
function refuseStrangers(claims: JWTPayload, tenantId: string, from: Settings): string {
  const userId = claims.oid;
  const known =
    claims.tid === tenantId &&
    claims.ver === "2.0" &&
    claims.azp === from.clientId &&
    typeof userId === "string" &&
    isLowerCaseGuid(userId);
  if (!known) throw new LedgerError("unauthenticated", "Sign in again.");
  return userId;
}

/** Our own id tokens have the same audience: only `scp` tells them apart, so it is always required. */
function refuseUnentitled(claims: JWTPayload): void {
  const scopes = typeof claims.scp === "string" ? claims.scp.split(" ") : [];
  if (claims.idtyp === "app" || !scopes.includes(SCOPE)) {
    throw new LedgerError("forbidden", `The token lacks the delegated permission ${SCOPE}.`);
  }
  // `acct` 1 says that the caller is a guest (learn.microsoft.com/entra/identity-platform/optional-claims-reference).
  if (claims.acct === 1 || claims.acct === "1") {
    throw new LedgerError("forbidden", "Guests can't use Guestlist.");
  }
  if (rolesOf(claims).length === 0) {
    throw new LedgerError("forbidden", "No app role of Guestlist is assigned to this account.");
  }
}

function rolesOf(claims: JWTPayload): readonly AppRole[] {
  const held: readonly unknown[] = Array.isArray(claims.roles) ? claims.roles : [];
  return APP_ROLES.filter((role) => held.includes(role));
}

function text(claim: unknown): string | null {
  return typeof claim === "string" && claim !== "" ? claim : null;
}
