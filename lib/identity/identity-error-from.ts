import { AuthError } from "@azure/msal-browser";
import { IdentityError, type IdentityErrorKind } from "./identity-error";

// The codes: https://learn.microsoft.com/entra/identity-platform/reference-error-codes
const byAadsts: Readonly<Record<string, IdentityErrorKind>> = {
  AADSTS65004: "declined",
  AADSTS50105: "not-assigned",
  AADSTS50011: "misconfigured",
  AADSTS500011: "misconfigured",
  AADSTS700016: "misconfigured",
  AADSTS90002: "misconfigured",
  AADSTS9002326: "misconfigured",
};

const byCode: Readonly<Record<string, IdentityErrorKind>> = {
  access_denied: "declined",
  user_cancelled: "declined",
  post_request_failed: "unreachable",
  get_request_failed: "unreachable",
  no_network_connectivity: "unreachable",
  network_error: "unreachable",
  request_cannot_be_made: "throttled",
  endpoints_resolution_error: "misconfigured",
  invalid_client: "misconfigured",
  invalid_resource: "misconfigured",
  crypto_nonexistent: "insecure-page",
};

/** Names what went wrong, whatever MSAL threw. */
export function identityErrorFrom(error: unknown): IdentityError {
  if (error instanceof IdentityError) return error;
  if (!(error instanceof AuthError)) {
    const message = error instanceof Error ? error.message : String(error);
    return new IdentityError("failed", message, "unexpected", { cause: error });
  }
  const aadsts = /AADSTS\d+/.exec(error.errorMessage)?.[0];
  const kind =
    (aadsts === undefined ? undefined : byAadsts[aadsts]) ??
    byCode[error.errorCode] ??
    // MSAL answers from its throttling note with the bare number of the authority's error.
    (/^\d+$/.test(error.errorCode) ? "throttled" : "failed");
  return new IdentityError(kind, error.errorMessage, aadsts ?? error.errorCode, { cause: error });
}
