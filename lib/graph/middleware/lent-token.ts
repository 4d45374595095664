import type { Context } from "@microsoft/microsoft-graph-client";
import { claimsChallenge } from "../claims-challenge";
import { errandOf } from "../errand";
import type { Scopes } from "../graph";
import { GraphError, type GraphErrorKind } from "../graph-error";
import { Link } from "./link";

export type LendToken = (scopes: Scopes, claims?: string) => Promise<string>;

/**
 * Puts a fresh token on each try and answers a claims challenge once; keeps no token. A token that ran out on its way,
 * as when a computer sleeps between the lending and the sending, is replaced once.
 */
export class LentToken extends Link {
  constructor(private readonly lend: LendToken) {
    super();
  }

  async execute(context: Context): Promise<void> {
    const { scopes } = errandOf(context);
    const token = await this.#borrow(scopes);
    await this.#carry(context, token);
    if (context.response === undefined) return;
    // Who is answered so was refused before anything was looked at, so even a writing may go again with another token.
    const claims = claimsChallenge(context.response);
    if (claims !== null) await this.#carry(context, await this.#borrow(scopes, claims));
    else if (context.response.status === 401) await this.#replace(context, token, scopes);
  }

  /** The lender knows best whether a refused token is still good: where the same one comes again, it is. */
  async #replace(context: Context, refused: string, scopes: Scopes): Promise<void> {
    const token = await this.#borrow(scopes);
    if (token !== refused) await this.#carry(context, token);
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

/** An authority that could not be asked: nothing was sent to Graph, and the session may be as good as before. */
const NOT_ASKED: ReadonlySet<unknown> = new Set(["unreachable", "throttled"]);

/** The lender may live in another thread, where errors keep their name and lose their class and all else. */
function tokenRefusal(cause: unknown, scopes: Scopes): GraphError {
  return new GraphError(kindOf(cause), `No token for ${scopes.join(" ")}`, {}, { cause });
}

function kindOf(cause: unknown): GraphErrorKind {
  if (!(cause instanceof Error)) return "signed-out";
  const { sessionEnded, kind } = cause as { sessionEnded?: unknown; kind?: unknown };
  if (cause.name === "SignInNeeded") return sessionEnded === true ? "signed-out" : "needs-consent";
  return cause.name === "IdentityError" && NOT_ASKED.has(kind) ? "unavailable" : "signed-out";
}
