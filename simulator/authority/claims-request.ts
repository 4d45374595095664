import { AuthorityRefusal } from "./refusal.ts";

/** What a `claims` parameter requests for the access token. The rest of it is ignored. */
export interface ClaimsRequest {
  /** Authentication contexts that Conditional Access wants, for example `c1`. */
  acrs: string[];
  /** Client capabilities: `cp1` says that the client answers claims challenges. */
  capabilities: string[];
}

/** Reads the parameter (learn.microsoft.com/entra/identity-platform/claims-challenge). */
export function readClaims(text: string | null | undefined): ClaimsRequest {
  if (text === null || text === undefined || text === "") return { acrs: [], capabilities: [] };
  const claims = asRecord(asRecord(parsed(text)).access_token);
  return { acrs: values(claims.acrs), capabilities: values(claims.xms_cc) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw new AuthorityRefusal(
      "invalid_request",
      9002313,
      "Invalid request. The claims parameter is not valid JSON.",
    );
  }
}

function values(claim: unknown): string[] {
  const { value, values: several } = asRecord(claim);
  const all: unknown[] = Array.isArray(several) ? several : [value];
  return all.filter((one) => typeof one === "string").map((one) => one.toLowerCase());
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
