import { randomBytes } from "node:crypto";
import type { ClaimsRequest } from "./claims-request.ts";
import { AuthorityRefusal } from "./refusal.ts";
import type { RequestedScopes } from "./scopes.ts";
import type { SignedIn } from "./sessions.ts";

/** The grant behind an authorization code. */
export interface Grant {
  tenantId: string;
  clientId: string;
  redirectUri: string;
  challenge: string;
  nonce: string | undefined;
  signedIn: SignedIn;
  scopes: RequestedScopes;
  claims: ClaimsRequest;
  /** Milliseconds on the tenant's clock. */
  issuedAt: number;
}

const lifetimeMs = 10 * 60_000;
const remembered = 10_000;

/** Authorization codes: each can be redeemed once, for ten minutes of its tenant's time. */
export class Codes {
  readonly #grants = new Map<string, Grant | "redeemed">();

  issue(grant: Grant): string {
    const code = `1.${randomBytes(32).toString("base64url")}`;
    this.#grants.set(code, grant);
    this.#forgetOldest();
    return code;
  }

  /** Redeems a code and returns its grant. The code is used up, even if the request fails. */
  redeem(code: string, tenantId: string, now: number): Grant {
    const grant = this.#grants.get(code);
    if (grant === undefined)
      throw invalid(9002313, "Invalid request. Request is malformed or invalid.");
    if (grant === "redeemed") {
      throw invalid(
        54005,
        "OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.",
      );
    }
    this.#grants.set(code, "redeemed");
    if (grant.tenantId !== tenantId) {
      throw invalid(
        700005,
        "Provided Authorization Code is intended to use against other tenant, thus rejected.",
      );
    }
    if (now - grant.issuedAt > lifetimeMs) {
      throw invalid(
        70008,
        "The provided authorization code or refresh token has expired due to inactivity. Send a new interactive authorization request for this user and resource.",
      );
    }
    return grant;
  }

  #forgetOldest(): void {
    for (const code of this.#grants.keys()) {
      if (this.#grants.size <= remembered) return;
      this.#grants.delete(code);
    }
  }
}

function invalid(code: number, words: string): AuthorityRefusal {
  return new AuthorityRefusal("invalid_grant", code, words);
}
