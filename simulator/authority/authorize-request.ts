import type { Tenant } from "../state/tenant.ts";
import type { Authority } from "./authority.ts";
import { readClaims, type ClaimsRequest } from "./claims-request.ts";
import {
  AuthorityRefusal,
  foreignRedirectUri,
  missingParameter,
  unknownClient,
} from "./refusal.ts";
import { isRegistered } from "./registration.ts";
import { readScopes, type RequestedScopes } from "./scopes.ts";

/** Where the answer goes. Checked first, since no error may be sent to an address that is not registered. */
export interface ReplyTo {
  clientId: string;
  redirectUri: string;
  mode: "fragment" | "query";
  state: string | null;
}

export interface AuthorizeRequest {
  replyTo: ReplyTo;
  challenge: string;
  nonce: string | undefined;
  scopes: RequestedScopes;
  claims: ClaimsRequest;
  prompt: "none" | "login" | "select_account" | "consent" | undefined;
  loginHint: string | null;
}

/** Checks client and redirect URI. Its errors are shown on a page, never redirected. */
export function readReplyTo(query: URLSearchParams, authority: Authority, tenant: Tenant): ReplyTo {
  const clientId = required(query, "client_id");
  const { registration } = authority;
  if (clientId !== registration.clientId) throw unknownClient(clientId, tenant.displayName);
  const redirectUri = required(query, "redirect_uri");
  if (!isRegistered(registration, redirectUri)) throw foreignRedirectUri(redirectUri, clientId);
  const mode = query.get("response_mode") ?? "query";
  if (mode !== "fragment" && mode !== "query") {
    throw new AuthorityRefusal(
      "invalid_request",
      90023,
      `The simulator does not answer with response_mode '${mode}'.`,
    );
  }
  return { clientId, redirectUri, mode, state: query.get("state") };
}

/** Checks everything else. Its errors go back to the client. */
export function readAuthorizeRequest(
  query: URLSearchParams,
  replyTo: ReplyTo,
  authority: Authority,
): AuthorizeRequest {
  if (required(query, "response_type") !== "code") {
    throw new AuthorityRefusal(
      "unsupported_response_type",
      700054,
      "Only response_type 'code' is enabled for the application.",
    );
  }
  return {
    replyTo,
    challenge: readChallenge(query),
    nonce: query.get("nonce") ?? undefined,
    scopes: readScopes(required(query, "scope"), authority.registration),
    claims: readClaims(query.get("claims")),
    prompt: readPrompt(query.get("prompt")),
    loginHint: query.get("login_hint"),
  };
}

function readChallenge(query: URLSearchParams): string {
  const challenge = query.get("code_challenge");
  if (challenge === null || query.get("code_challenge_method") !== "S256") {
    throw new AuthorityRefusal(
      "invalid_request",
      9002325,
      "Proof Key for Code Exchange is required for cross-origin authorization code redemption.",
    );
  }
  if (!/^[A-Za-z0-9_-]{43}$/.test(challenge)) {
    throw new AuthorityRefusal(
      "invalid_request",
      501491,
      "Invalid size of Code_Challenge parameter.",
    );
  }
  return challenge;
}

function readPrompt(prompt: string | null): AuthorizeRequest["prompt"] {
  switch (prompt) {
    case null:
    case "":
      return undefined;
    case "none":
    case "login":
    case "select_account":
    case "consent":
      return prompt;
    default:
      throw new AuthorityRefusal(
        "invalid_request",
        90023,
        `Unsupported 'prompt' value '${prompt}'.`,
      );
  }
}

function required(query: URLSearchParams, name: string): string {
  const value = query.get(name);
  if (value === null || value === "") throw missingParameter(name);
  return value;
}
