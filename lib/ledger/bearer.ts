import { isLowerCaseGuid } from "@/lib/domain/guid";
import { decodeJwt } from "jose";
import { LedgerError } from "./ledger-error";

const COMPACT_JWS = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i;
/** The bearer token of a request. Any other header is 401. */
export function bearerToken(request: Request): string {
  const token = COMPACT_JWS.exec(request.headers.get("authorization") ?? "")?.[1];
  if (token === undefined) throw new LedgerError("unauthenticated", "Sign in first.");
  return token;
}

/** The tenant that a token claims: it only chooses the issuer against which the token is then checked. */
export function unverifiedTenant(token: string): string {
  let tenant: unknown;
  try {
    tenant = decodeJwt(token).tid;
  } catch (error) {
    throw new LedgerError("unauthenticated", "Sign in again.", null, { cause: error });
  }
  if (typeof tenant === "string" && isLowerCaseGuid(tenant)) return tenant;
  throw new LedgerError("unauthenticated", "Sign in again.");
}
