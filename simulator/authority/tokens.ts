import { createHash, randomBytes, randomInt } from "node:crypto";
import type { JWTPayload } from "jose";
import { consentedScopes } from "../state/consent.ts";
import type { Tenant } from "../state/tenant.ts";
import { homeOf, opaqueHint, type Account } from "./account.ts";
import type { Authority } from "./authority.ts";
import type { ClaimsRequest } from "./claims-request.ts";
import type { RequestedScopes } from "./scopes.ts";

/** Whom tokens are for, and what for. */
export interface Subject {
  tenant: Tenant;
  account: Account;
  clientId: string;
  sessionId: string;
}

/** Access tokens live between 60 and 90 minutes (learn.microsoft.com/entra/identity-platform/access-tokens). */
export function accessTokenSeconds(): number {
  return randomInt(3600, 5401);
}

/** The claims of an access token for Graph or for the product's own API. */
export function accessTokenClaims(
  authority: Authority,
  subject: Subject,
  scopes: RequestedScopes,
  claims: ClaimsRequest,
  seconds: number,
): JWTPayload {
  const shared = {
    ...times(subject, seconds),
    ...identity(subject),
    ...(claims.acrs.length > 0 && { acrs: claims.acrs }),
    ...(claims.capabilities.length > 0 && { xms_cc: claims.capabilities }),
    scp: grantedScopes(subject, scopes).join(" "),
  };
  return scopes.resource === "graph"
    ? { ...shared, ...forGraph(authority, subject) }
    : { ...shared, ...forOwnApi(authority, subject) };
}

function forGraph(authority: Authority, subject: Subject): JWTPayload {
  const { tenant, account, clientId } = subject;
  const { tenantId } = homeOf(tenant, account.user);
  return {
    aud: "https://graph.microsoft.com",
    iss: `https://sts.windows.net/${tenant.id}/`,
    ver: "1.0",
    appid: clientId,
    appidacr: "0",
    app_displayname: authority.registration.displayName,
    idtyp: "user",
    upn: account.user.userPrincipalName,
    unique_name: account.persona.username,
    wids: directoryRoles(subject),
    ...(tenantId !== tenant.id && { idp: `https://sts.windows.net/${tenantId}/` }),
  };
}

function forOwnApi(authority: Authority, subject: Subject): JWTPayload {
  const { tenant, account, clientId } = subject;
  return {
    aud: clientId,
    iss: issuer(authority, tenant),
    ver: "2.0",
    azp: clientId,
    azpacr: "0",
    preferred_username: account.persona.username,
    ...roles(account),
  };
}

export function idTokenClaims(
  authority: Authority,
  subject: Subject,
  nonce: string | undefined,
): JWTPayload {
  const { tenant, account, clientId } = subject;
  return {
    ...times(subject, 3600),
    ...identity(subject),
    aud: clientId,
    iss: issuer(authority, tenant),
    ver: "2.0",
    preferred_username: account.persona.username,
    login_hint: opaqueHint(tenant, account.persona.userId),
    ...roles(account),
    ...(nonce !== undefined && { nonce }),
  };
}

/** Where the account lives, as MSAL reads it: without it, a guest would be taken for a member. */
export function clientInfo(tenant: Tenant, account: Account): string {
  const { tenantId, objectId } = homeOf(tenant, account.user);
  const info = JSON.stringify({ uid: objectId, utid: tenantId });
  return Buffer.from(info).toString("base64url");
}

export function issuer(authority: Authority, tenant: Tenant): string {
  return `${authority.origin}/${tenant.id}/v2.0`;
}

/** As in Entra: every scope consented to for the resource, not only the requested ones. */
export function grantedScopes({ tenant, account }: Subject, scopes: RequestedScopes): string[] {
  const names = scopes.permissions.map((scope) => scope.name);
  if (scopes.resource === "own-api") return [...new Set(names)];
  return [...new Set([...names, ...consentedScopes(tenant, account.persona.userId)])];
}

function times({ tenant }: Subject, seconds: number) {
  const now = Math.floor(tenant.clock.now() / 1000);
  return { iat: now, nbf: now, exp: now + seconds };
}

function identity({ tenant, account, clientId, sessionId }: Subject) {
  const { userId, name } = account.persona;
  const sub = createHash("sha256").update(`${clientId} ${userId}`).digest("base64url");
  return {
    tid: tenant.id,
    oid: userId,
    sub,
    name,
    sid: sessionId,
    uti: randomBytes(16).toString("base64url"),
  };
}

function roles({ persona }: Account) {
  return persona.appRoles.length > 0 ? { roles: [...persona.appRoles] } : {};
}

/** The template of "User", which every signed-in member carries besides their directory roles. */
const everyMember = "b79fbf4d-3ef9-4689-8143-76b194e85509";

function directoryRoles({ tenant, account }: Subject): string[] {
  const held = tenant.directory.rolesOf(account.user.id).map((role) => role.roleTemplateId);
  return account.user.userType === "Guest" ? held : [...held, everyMember];
}
