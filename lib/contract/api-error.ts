import type { Problem } from "./problem";

export type ApiErrorKind = Problem["kind"] | "no-answer" | "sign-in-needed" | "malformed";

/** The only error of our own API's client. `message` is for logs; the text for people is chosen by `kind`. */
export class ApiError extends Error {
  override readonly name = "ApiError";

  constructor(
    readonly kind: ApiErrorKind,
    message: string,
    /** The field that was wrong, for example `entries[3].operation.reason`. */
    readonly field: string | null = null,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Whether the same request may succeed later. */
export function mayPass(kind: ApiErrorKind): boolean {
  switch (kind) {
    case "no-answer":
    case "unavailable":
    case "too-many":
      return true;
    case "invalid":
    case "unauthenticated":
    case "forbidden":
    case "conflict":
    case "too-large":
    case "sign-in-needed":
    case "malformed":
      return false;
  }
}
