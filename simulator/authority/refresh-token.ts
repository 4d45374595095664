import type { Tenant } from "../state/tenant.ts";
import type { Keys } from "./keys.ts";
import { AuthorityRefusal } from "./refusal.ts";
import { isRevoked, type SignedIn } from "./sessions.ts";

/** A refresh token for both resources. It contains everything it needs, so it survives a restart. */
export interface RefreshGrant {
  clientId: string;
  signedIn: SignedIn;
  /** Milliseconds on the tenant's clock; fixed at sign-in and never extended. */
  expiresAt: number;
}

const lifetimeMs = 24 * 3_600_000;

/** What a single-page application gets: 24 hours (learn.microsoft.com/entra/identity-platform/refresh-tokens). */
export function newRefreshGrant(clientId: string, signedIn: SignedIn, now: number): RefreshGrant {
  return { clientId, signedIn, expiresAt: now + lifetimeMs };
}

export function writeRefreshToken(
  keys: Keys,
  tenant: Tenant,
  grant: RefreshGrant,
): Promise<string> {
  return keys.sign({ tid: tenant.id, grant, jti: crypto.randomUUID() }, "refresh");
}

/** The grant behind a refresh token, or Entra's refusal. */
export async function readRefreshToken(
  keys: Keys,
  tenant: Tenant,
  clientId: string,
  token: string,
): Promise<RefreshGrant> {
  const claims = await keys.read(token, "refresh");
  if (claims === undefined)
    throw invalid(9002313, "Invalid request. Request is malformed or invalid.");
  const grant = claims.grant as RefreshGrant;
  if (claims.tid !== tenant.id || grant.clientId !== clientId) {
    throw invalid(70000, "Provided grant is invalid or malformed.");
  }
  if (tenant.clock.now() >= grant.expiresAt) {
    throw invalid(
      700084,
      "The refresh token was issued to a single page app (SPA), and therefore has a fixed, limited lifetime of 1.00:00:00, which cannot be extended. It is now expired and a new sign in request must be sent by the SPA to the sign in page.",
    );
  }
  refuseWhoMayNoLonger(tenant, grant.signedIn);
  return grant;
}

/** Throws when the person was blocked, deleted or had their sessions revoked since signing in. */
export function refuseWhoMayNoLonger(tenant: Tenant, signedIn: SignedIn): void {
  const user = tenant.directory.users.get(signedIn.userId);
  if (user === undefined) {
    throw invalid(
      500341,
      `The user account ${signedIn.userId} has been deleted from the ${tenant.id} directory.`,
    );
  }
  if (!user.accountEnabled) throw invalid(50057, "The user account is disabled.");
  if (isRevoked(user.sessionsValidFrom, signedIn.signedInAt)) {
    throw invalid(
      50173,
      "The provided grant has expired due to it being revoked, a fresh auth token is needed. The user might have changed or reset their password.",
    );
  }
}

function invalid(code: number, words: string): AuthorityRefusal {
  return new AuthorityRefusal("invalid_grant", code, words);
}
