export type IdentityErrorKind =
  /** The person said no on the consent page, or closed it. */
  | "declined"
  /** The tenant requires an assignment to this app, and the person has none. */
  | "not-assigned"
  /** The authority throttled us; MSAL answers so for a minute without asking it again. */
  | "throttled"
  /** No answer from the authority. */
  | "unreachable"
  /** This page is neither on https nor on localhost, where browsers offer no cryptography. */
  | "insecure-page"
  /** The app's registration and its configuration disagree. */
  | "misconfigured"
  | "failed";

/** The one way in which signing in fails; `message` is the authority's own and for logs, words are chosen by `kind`. */
export class IdentityError extends Error {
  override readonly name = "IdentityError";

  constructor(
    readonly kind: IdentityErrorKind,
    message: string,
    /** The authority's or MSAL's own code, to look up or to quote to support. */
    readonly code: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
