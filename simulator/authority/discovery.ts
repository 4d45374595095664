import type { Tenant } from "../state/tenant.ts";
import type { Authority } from "./authority.ts";
import { issuer } from "./tokens.ts";

/** The OpenID Connect discovery document of a tenant (learn.microsoft.com/entra/identity-platform/v2-protocols-oidc). */
export function discoveryDocument(authority: Authority, tenant: Tenant): Record<string, unknown> {
  const root = `${authority.origin}/${tenant.id}`;
  return {
    issuer: issuer(authority, tenant),
    authorization_endpoint: `${root}/oauth2/v2.0/authorize`,
    token_endpoint: `${root}/oauth2/v2.0/token`,
    end_session_endpoint: `${root}/oauth2/v2.0/logout`,
    jwks_uri: `${root}/discovery/v2.0/keys`,
    response_types_supported: ["code"],
    response_modes_supported: ["query", "fragment"],
    grant_types_supported: ["authorization_code", "refresh_token"],
    subject_types_supported: ["pairwise"],
    id_token_signing_alg_values_supported: ["RS256"],
    code_challenge_methods_supported: ["S256"],
    token_endpoint_auth_methods_supported: ["none"],
    scopes_supported: ["openid", "profile", "email", "offline_access"],
    claims_supported: [
      "sub",
      "iss",
      "aud",
      "exp",
      "iat",
      "nonce",
      "preferred_username",
      "name",
      "tid",
      "ver",
    ],
    request_uri_parameter_supported: false,
    tenant_region_scope: "EU",
  };
}
