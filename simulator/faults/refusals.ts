import type { Answer, Call } from "../graph/endpoint.ts";
import { GraphRefusal, errorBody, unauthenticated } from "../graph/errors.ts";
import type { Limit } from "./limits.ts";
import type { Conditions } from "./conditions.ts";

type Struck = Pick<Call, "tenant" | "caller" | "root" | "path">;

function withRetryAfter(
  conditions: Conditions,
  seconds: number | undefined,
): Record<string, string> {
  if (seconds === undefined || conditions.retryAfter === "absent") return {};
  return { "Retry-After": String(seconds) };
}

/** 429 as Graph says it: https://learn.microsoft.com/graph/throttling */
export function throttled(
  { tenant, caller }: Struck,
  retryAfterSeconds: number | undefined,
  information: Limit["information"] = "CPULimitExceeded",
): GraphRefusal {
  return new GraphRefusal(429, "TooManyRequests", "Please retry again later.", {
    ...withRetryAfter(tenant.conditions, retryAfterSeconds),
    "x-ms-throttle-scope": `Tenant_Application/ReadWrite/${caller.appId}/${tenant.id}`,
    "x-ms-throttle-information": information,
  });
}

/** 503, which asks for another try later: https://learn.microsoft.com/graph/errors */
export function unavailable({ tenant }: Struck, retryAfterSeconds: number): GraphRefusal {
  return new GraphRefusal(
    503,
    "serviceNotAvailable",
    "The service is temporarily unavailable. Please retry after a delay.",
    withRetryAfter(tenant.conditions, retryAfterSeconds),
  );
}

/** 504, which leaves open whether the request was carried out. */
export function gatewayTimeout(): GraphRefusal {
  return new GraphRefusal(504, "UnknownError", "The gateway did not receive an answer in time.");
}

/** 410: the delta token is too old, begin anew: https://learn.microsoft.com/graph/delta-query-overview */
export function deltaGone({ root, path }: Struck): GraphRefusal {
  return new GraphRefusal(410, "syncStateNotFound", "Resync required. Begin a new delta query.", {
    Location: `${root}${path}?$deltatoken=`,
  });
}

/** The authentication context that a challenged caller must step up to. */
export const WANTED_CONTEXT = "c1";

/**
 * 401 that asks for a token with more claims.
 * https://learn.microsoft.com/entra/identity-platform/claims-challenge
 */
export function insufficientClaims(): GraphRefusal {
  const claims = JSON.stringify({
    access_token: { acrs: { essential: true, value: WANTED_CONTEXT } },
  });
  const encoded = Buffer.from(claims).toString("base64");
  return unauthenticated(
    "Continuous access evaluation or Conditional Access asks for more claims.",
    `, error="insufficient_claims", claims="${encoded}"`,
  );
}

/** A refusal as Graph sends it. Only the one for too many requests has an inner error of its own form. */
export function refusalAnswer(
  refusal: GraphRefusal,
  ids: { date: string; requestId: string; clientRequestId: string },
): Answer {
  const { status, code, message, headers } = refusal;
  if (status !== 429) return { status, headers, body: errorBody(refusal, ids) };
  const innerError = {
    code: "429",
    message: "Please retry after",
    status: "429",
    date: ids.date.slice(0, 19),
    "request-id": ids.requestId,
    "client-request-id": ids.clientRequestId,
  };
  return { status, headers, body: { error: { code, message, innerError } } };
}
