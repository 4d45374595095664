export type GraphErrorKind =
  | "signed-out"
  | "needs-consent"
  | "forbidden"
  | "licence-missing"
  | "not-found"
  | "throttled"
  | "unavailable"
  | "no-answer"
  | "bad-request"
  | "malformed";

/** What Graph answered, or that it did not. `message` is for logs; the text for people is chosen by `kind`. */
export class GraphError extends Error {
  override readonly name = "GraphError";

  constructor(
    readonly kind: GraphErrorKind,
    message: string,
    /** What Graph itself answered, where it did. */
    readonly answer: {
      readonly status?: number;
      readonly code?: string;
      /** In Graph's own words, which may name people. */
      readonly words?: string;
      readonly requestId?: string;
      readonly retryAfterSeconds?: number;
    } = {},
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Nothing was sent: by the time the token was there, sending was no longer allowed. */
export class NotSentError extends Error {
  override readonly name = "NotSentError";
}
