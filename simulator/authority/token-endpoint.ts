import { createHash } from "node:crypto";
import type { Tenant } from "../state/tenant.ts";
import { accountById } from "./account.ts";
import type { Authority } from "./authority.ts";
import { readClaims, type ClaimsRequest } from "./claims-request.ts";
import { missingScopes } from "./decide.ts";
import { AuthorityRefusal, consentRequired, missingParameter, unknownClient } from "./refusal.ts";
import {
  newRefreshGrant,
  readRefreshToken,
  refuseWhoMayNoLonger,
  writeRefreshToken,
  type RefreshGrant,
} from "./refresh-token.ts";
import { readScopes, type RequestedScopes } from "./scopes.ts";
import {
  accessTokenClaims,
  accessTokenSeconds,
  clientInfo,
  grantedScopes,
  idTokenClaims,
  type Subject,
} from "./tokens.ts";

interface TokenGrant {
  refresh: RefreshGrant;
  scopes: RequestedScopes;
  claims: ClaimsRequest;
  nonce?: string | undefined;
}

/** Answers a token request, or throws the refusal that Entra would give. */
export async function answerTokenRequest(
  authority: Authority,
  tenant: Tenant,
  form: URLSearchParams,
): Promise<Record<string, unknown>> {
  const grantType = required(form, "grant_type");
  const clientId = required(form, "client_id");
  if (clientId !== authority.registration.clientId) {
    throw unknownClient(clientId, tenant.displayName);
  }
  switch (grantType) {
    case "authorization_code":
      return respond(authority, tenant, redeemCode(authority, tenant, form));
    case "refresh_token":
      return respond(authority, tenant, await refresh(authority, tenant, form));
    default:
      throw new AuthorityRefusal(
        "unsupported_grant_type",
        70003,
        `The app requested an unsupported grant type '${grantType}'.`,
      );
  }
}

function redeemCode(authority: Authority, tenant: Tenant, form: URLSearchParams): TokenGrant {
  const code = required(form, "code");
  const verifier = required(form, "code_verifier");
  const redirectUri = required(form, "redirect_uri");
  const grant = authority.codes.redeem(code, tenant.id, tenant.clock.now());
  if (createHash("sha256").update(verifier).digest("base64url") !== grant.challenge) {
    throw new AuthorityRefusal(
      "invalid_grant",
      501481,
      "The Code_Verifier does not match the code_challenge supplied in the authorization request.",
    );
  }
  if (redirectUri !== grant.redirectUri) {
    throw new AuthorityRefusal(
      "invalid_client",
      500112,
      `The reply address '${redirectUri}' does not match the reply address '${grant.redirectUri}' provided when requesting Authorization code.`,
    );
  }
  refuseWhoMayNoLonger(tenant, grant.signedIn);
  const later = form.get("scope");
  const scopes = later === null ? grant.scopes : readScopes(later, authority.registration);
  const claims = form.has("claims") ? readClaims(form.get("claims")) : grant.claims;
  const begun = newRefreshGrant(grant.clientId, grant.signedIn, tenant.clock.now());
  return { refresh: begun, scopes, claims, nonce: grant.nonce };
}

async function refresh(
  authority: Authority,
  tenant: Tenant,
  form: URLSearchParams,
): Promise<TokenGrant> {
  const { clientId } = authority.registration;
  const token = required(form, "refresh_token");
  const grant = await readRefreshToken(authority.keys, tenant, clientId, token);
  const scopes = readScopes(required(form, "scope"), authority.registration);
  return { refresh: grant, scopes, claims: readClaims(form.get("claims")) };
}

async function respond(
  authority: Authority,
  tenant: Tenant,
  { refresh: grant, scopes, claims, nonce }: TokenGrant,
): Promise<Record<string, unknown>> {
  const { clientId, displayName } = authority.registration;
  const { userId, sessionId } = grant.signedIn;
  const account = accountById(tenant, userId);
  if (account === undefined || missingScopes(tenant, userId, scopes).length > 0) {
    throw consentRequired("invalid_grant", clientId, displayName);
  }
  const subject: Subject = { tenant, account, clientId, sessionId };
  const seconds = accessTokenSeconds();
  const { keys } = authority;
  return {
    token_type: "Bearer",
    scope: answeredScope(subject, scopes),
    expires_in: seconds,
    ext_expires_in: seconds,
    access_token: await keys.sign(accessTokenClaims(authority, subject, scopes, claims, seconds)),
    ...(scopes.aboutSignIn.includes("offline_access") && {
      refresh_token: await writeRefreshToken(keys, tenant, grant),
      refresh_token_expires_in: Math.round((grant.expiresAt - tenant.clock.now()) / 1000),
    }),
    ...(scopes.aboutSignIn.includes("openid") && {
      id_token: await keys.sign(idTokenClaims(authority, subject, nonce)),
    }),
    client_info: clientInfo(tenant, account),
  };
}

/** The requested scopes in their spelling, then the token's other scopes in the same form. */
function answeredScope(subject: Subject, scopes: RequestedScopes): string {
  const spelled = new Map(scopes.permissions.map((scope) => [scope.name, scope.spelling]));
  const [first] = scopes.permissions;
  const prefix = first === undefined ? "" : first.spelling.slice(0, -first.name.length);
  const names = grantedScopes(subject, scopes).map((name) => spelled.get(name) ?? prefix + name);
  const aboutSignIn = scopes.aboutSignIn.filter((scope) => scope !== "offline_access");
  const everything = scopes.everything === undefined ? [] : [scopes.everything];
  return [...new Set([...aboutSignIn, ...names, ...everything])].join(" ");
}

function required(form: URLSearchParams, name: string): string {
  const value = form.get(name);
  if (value === null || value === "") throw missingParameter(name);
  return value;
}
