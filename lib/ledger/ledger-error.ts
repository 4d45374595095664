export type LedgerErrorKind =
  | "invalid"
  | "unauthenticated"
  | "forbidden"
  | "conflict"
  | "unavailable"
  | "too-large"
  | "too-many";

/**
 * The one way in which this room fails. `message` may be shown to the caller: it never tells what a token,
 * a setting or a database said; that stays in `cause`, for the log.
 */
export class LedgerError extends Error {
  override readonly name = "LedgerError";

  constructor(
    readonly kind: LedgerErrorKind,
    message: string,
    /** Where in the request, for example `entries[3].operation.reason`. */
    readonly field: string | null = null,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Refused for now: more was asked for than may be within a time. */
export class TooManyError extends LedgerError {
  constructor(
    message: string,
    /** The seconds after which the same request may succeed. */
    readonly retryAfter: number,
  ) {
    super("too-many", message);
  }
}

export function invalid(message: string, field: string): LedgerError {
  return new LedgerError("invalid", message, field);
}

export function conflict(message: string, field: string): LedgerError {
  return new LedgerError("conflict", message, field);
}
