import type { Context } from "@microsoft/microsoft-graph-client";
import { claimsChallenge } from "../claims-challenge";
import { errandOf } from "../errand";
import type { Scopes } from "../graph";
import { GraphError } from "../graph-error";
import { Link } from "./link";

export type LendToken = (scopes: Scopes, claims?: string) => Promise<string>;

/** Puts a fresh token on each try and answers a claims challenge once; keeps no token. */
export class LentToken extends Link {
  constructor(private readonly lend: LendToken) {
    super();
  }

  async execute(context: Context): Promise<void> {
    const { scopes } = errandOf(context);
    await this.#carry(context, await this.#borrow(scopes));
    const claims = context.response === undefined ? null : claimsChallenge(context.response);
    // A challenged request was refused before it was looked at, so even a writing may go again with the right token.
    if (claims !== null) await this.#carry(context, await this.#borrow(scopes, claims));
  }

  async #carry(context: Context, token: string): Promise<void> {
    const headers = new Headers(context.options?.headers);
    headers.set("Authorization", `Bearer ${token}`);
    context.options = { ...context.options, headers: Object.fromEntries(headers) };
    await this.handOn(context);
  }

  async #borrow(scopes: Scopes, claims?: string): Promise<string> {
    try {
      return await (claims === undefined ? this.lend(scopes) : this.lend(scopes, claims));
    } catch (cause) {
      throw tokenRefusal(cause, scopes);
    }
  }
}

/** The lender may live in another thread, where errors keep their name and lose their class. */
function tokenRefusal(cause: unknown, scopes: Scopes): GraphError {
  const needed = cause instanceof Error && cause.name === "SignInNeeded";
  const kind = needed ? "needs-consent" : "signed-out";
  return new GraphError(kind, `No token for ${scopes.join(" ")}`, {}, { cause });
}
