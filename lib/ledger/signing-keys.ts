import { createRemoteJWKSet, customFetch, errors, type JWTVerifyGetKey } from "jose";
import { LedgerError } from "./ledger-error";

const MINUTE_MS = 60_000;
/** After a failed fetch: how long nobody asks again, without and with keys to go on with. */
const PAUSE_MS = { empty: 2_000, cached: MINUTE_MS };
const MOST_SETS = 100;
const sets = new Map<string, JWTVerifyGetKey>();

/**
 * The published signing keys of a tenant, kept for a day; an unknown key id asks again, at most once a minute
 * (learn.microsoft.com/entra/identity-platform/signing-key-rollover). Keys that cannot be fetched are a
 * LedgerError "unavailable", an unknown key is jose's own refusal.
 */
export function keysOf(authority: string, tenantId: string): JWTVerifyGetKey {
  const url = `${authority}/${tenantId}/discovery/v2.0/keys`;
  const known = sets.get(url);
  if (known !== undefined) return known;
  const [oldest] = sets.keys();
  if (sets.size >= MOST_SETS && oldest !== undefined) sets.delete(oldest);
  const keys = openKeys(url);
  sets.set(url, keys);
  return keys;
}

function openKeys(url: string): JWTVerifyGetKey {
  let failedAt = -Infinity;
  const fetchSparingly = async (address: string, init: RequestInit): Promise<Response> => {
    const pauseMilliseconds = keys.jwks() === undefined ? PAUSE_MS.empty : PAUSE_MS.cached;
    if (Date.now() < failedAt + pauseMilliseconds)
      throw new errors.JWKSTimeout("asked in vain a moment ago");
    try {
      const response = await fetch(address, init);
      if (response.status !== 200) failedAt = Date.now();
      return response;
    } catch (error) {
      failedAt = Date.now();
      throw error;
    }
  };
  const keys = createRemoteJWKSet(new URL(url), {
    timeoutDuration: 5_000,
    cooldownDuration: MINUTE_MS,
    cacheMaxAge: 24 * 60 * MINUTE_MS,
    [customFetch]: fetchSparingly,
  });
  return async (header, token) => {
    // Without a key id any key of the set would be tried; Entra always names one.
    if (typeof header.kid !== "string") throw new errors.JWKSNoMatchingKey();
    try {
      return await keys(header, token);
    } catch (error) {
      if (isAboutTheToken(error)) throw error;
      throw new LedgerError("unavailable", "Sign-ins cannot be checked just now.", null, {
        cause: error,
      });
    }
  };
}

function isAboutTheToken(error: unknown): boolean {
  return (
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys ||
    error instanceof errors.JOSENotSupported
  );
}
