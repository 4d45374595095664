/** The OAuth error codes that accompany an AADSTS message. */
export interface RefusalDetails {
  /** `consent_required` and the like: what MSAL decides by. */
  suberror?: string;
  status?: number;
}

/** A refusal in Entra's words (learn.microsoft.com/entra/identity-platform/reference-error-codes). */
export class AuthorityRefusal extends Error {
  override readonly name = "AuthorityRefusal";

  constructor(
    /** The OAuth error, for example `invalid_grant`. */
    readonly error: string,
    /** The number after AADSTS. */
    readonly code: number,
    readonly words: string,
    readonly details: RefusalDetails = {},
  ) {
    super(`AADSTS${code}: ${words}`);
  }
}

export interface Traced {
  traceId: string;
  correlationId: string;
  at: number;
}

/** The whole `error_description`, with the ids that Entra appends. */
export function description(refusal: AuthorityRefusal, traced: Traced): string {
  return (
    `${refusal.message} Trace ID: ${traced.traceId} Correlation ID: ${traced.correlationId} ` +
    `Timestamp: ${timestamp(traced.at)}`
  );
}

/** The token endpoint's error body. */
export function errorBody(refusal: AuthorityRefusal, traced: Traced): Record<string, unknown> {
  return {
    error: refusal.error,
    error_description: description(refusal, traced),
    error_codes: [refusal.code],
    timestamp: timestamp(traced.at),
    trace_id: traced.traceId,
    correlation_id: traced.correlationId,
    error_uri: `https://login.microsoftonline.com/error?code=${refusal.code}`,
    ...(refusal.details.suberror === undefined ? {} : { suberror: refusal.details.suberror }),
  };
}

function timestamp(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replace("T", " ")}Z`;
}

/** A parameter that must be there is not. */
export function missingParameter(name: string): AuthorityRefusal {
  return new AuthorityRefusal(
    "invalid_request",
    900144,
    `The request body must contain the following parameter: '${name}'.`,
  );
}

export function unknownTenant(tenant: string): AuthorityRefusal {
  return new AuthorityRefusal(
    "invalid_tenant",
    90002,
    `Tenant '${tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.`,
  );
}

export function unknownClient(clientId: string, tenant: string): AuthorityRefusal {
  return new AuthorityRefusal(
    "unauthorized_client",
    700016,
    `Application with identifier '${clientId}' was not found in the directory '${tenant}'. ` +
      "This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant.",
  );
}

export function foreignRedirectUri(uri: string, clientId: string): AuthorityRefusal {
  return new AuthorityRefusal(
    "invalid_request",
    50011,
    `The redirect URI '${uri}' specified in the request does not match the redirect URIs configured for the application '${clientId}'.`,
  );
}

/** `interaction_required` from the hidden iframe, `invalid_grant` from the token endpoint. */
export function consentRequired(error: string, clientId: string, name: string): AuthorityRefusal {
  return new AuthorityRefusal(
    error,
    65001,
    `The user or administrator has not consented to use the application with ID '${clientId}' named '${name}'. ` +
      "Send an interactive authorization request for this user and resource.",
    { suberror: "consent_required" },
  );
}
