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

/** The only error of this room. `message` is for logs; the text for people is chosen by `kind`. */
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
