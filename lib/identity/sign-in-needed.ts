/**
 * A token cannot be had silently: the person has to consent, prove more, or sign in again.
 * The code that catches it decides when to send them away, with `ask(scopes, claims)`.
 */
export class SignInNeeded extends Error {
  override readonly name = "SignInNeeded";

  /** Nobody is signed in at the authority any more; false where that is not known, or only a consent is missing. */
  readonly sessionEnded: boolean;

  constructor(
    readonly scopes: readonly string[],
    readonly claims: string | undefined,
    { sessionEnded = false, ...options }: ErrorOptions & { readonly sessionEnded?: boolean } = {},
  ) {
    super(`A person is needed to get a token for ${scopes.join(" ")}`, options);
    this.sessionEnded = sessionEnded;
  }
}
