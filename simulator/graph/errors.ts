/** What an endpoint throws when Graph would refuse: status, code and message as Graph gives them. */
export class GraphRefusal extends Error {
  override readonly name = "GraphRefusal";

  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}

// Codes and messages: https://learn.microsoft.com/graph/errors and
// https://learn.microsoft.com/graph/aad-advanced-queries

/** 404: no such directory object. */
export function notFound(id: string): GraphRefusal {
  return new GraphRefusal(
    404,
    "Request_ResourceNotFound",
    `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
  );
}

/** 400: the request makes no sense. */
export function badRequest(message: string): GraphRefusal {
  return new GraphRefusal(400, "Request_BadRequest", message);
}

/** 400: the query makes sense, but this directory does not answer it. */
export function unsupportedQuery(message: string): GraphRefusal {
  return new GraphRefusal(400, "Request_UnsupportedQuery", message);
}

/** 400: the property is not indexed for this kind of filter. */
export function unsupportedFilter(property: string, resource: string): GraphRefusal {
  return unsupportedQuery(
    `Unsupported or invalid query filter clause specified for property '${property}' of resource '${resource}'.`,
  );
}

/** 400: works only with `ConsistencyLevel: eventual` and `$count=true`. */
export function needsAdvancedQuery(operator: string): GraphRefusal {
  return unsupportedQuery(
    `Operator '${operator}' is not supported because the required parameters might be missing. ` +
      "Try adding $count=true query parameter and ConsistencyLevel:eventual header. " +
      "Refer to https://aka.ms/graph-docs/advanced-queries for more information",
  );
}

/** 403: scope, directory role or guest standing does not suffice. */
export function forbidden(): GraphRefusal {
  return new GraphRefusal(
    403,
    "Authorization_RequestDenied",
    "Insufficient privileges to complete the operation.",
  );
}

/** 403: the logs and sign-in data are for some directory roles only (github.com/microsoftgraph/microsoft-graph-docs/issues/7647). */
export function unsupportedRole(): GraphRefusal {
  return new GraphRefusal(
    403,
    "Authentication_RequestFromUnsupportedUserRole",
    "User is not in the allowed roles",
  );
}

/** 403: sign-in data needs Entra ID P1 or P2. */
export function notLicensed(): GraphRefusal {
  return new GraphRefusal(
    403,
    "Authentication_RequestFromNonPremiumTenantOrB2CTenant",
    "Neither tenant is B2C or tenant doesn't have premium license",
  );
}

/** 400: the page link is too old or was not made by this query. */
export function expiredPageToken(): GraphRefusal {
  return new GraphRefusal(
    400,
    "Directory_ExpiredPageToken",
    "The specified page token value has expired and can no longer be included in your request.",
  );
}

/** 501: this simulator, or Graph itself, has no such operation. */
export function notImplemented(message: string): GraphRefusal {
  return new GraphRefusal(501, "NotImplemented", message);
}

/** 409: the object is there already, or changed meanwhile. */
export function conflict(code: string, message: string): GraphRefusal {
  return new GraphRefusal(409, code, message);
}

/** 401: no token, or not a valid one. */
export function unauthenticated(message: string, challenge = ""): GraphRefusal {
  return new GraphRefusal(401, "InvalidAuthenticationToken", message, {
    "WWW-Authenticate":
      'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", ' +
      `client_id="00000003-0000-0000-c000-000000000000"${challenge}`,
  });
}

/** Graph's error body. */
export function errorBody(
  refusal: Pick<GraphRefusal, "code" | "message">,
  ids: { date: string; requestId: string; clientRequestId: string },
): unknown {
  return {
    error: {
      code: refusal.code,
      message: refusal.message,
      innerError: {
        date: ids.date.slice(0, 19),
        "request-id": ids.requestId,
        "client-request-id": ids.clientRequestId,
      },
    },
  };
}

/** 400: the text of a query option cannot be read. */
export function malformedQuery(message: string): GraphRefusal {
  return new GraphRefusal(400, "BadRequest", message);
}
