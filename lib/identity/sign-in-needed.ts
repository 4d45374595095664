/**
 * A token cannot be had silently: the person has to consent, prove more, or sign in again.
 * Whoever catches it decides when to send them away, with `ask(scopes, claims)`.
 */
export class SignInNeeded extends Error {
  override readonly name = "SignInNeeded";

  constructor(
    readonly scopes: readonly string[],
    readonly claims: string | undefined,
    options?: ErrorOptions,
  ) {
    super(`A person is needed to get a token for ${scopes.join(" ")}`, options);
  }
}
