import type { Context } from "@microsoft/microsoft-graph-client";
import { GraphMiddleware, requestContextOf } from "./graph-middleware";
import type { Scopes } from "../graph";
import { GraphError, type GraphErrorKind } from "../graph-error";

export type GetToken = (scopes: Scopes, claims?: string) => Promise<string>;

/**
 * Adds a fresh token to each try and answers a claims challenge once. Keeps no token. A token that expired on its way,
 * for example because the computer slept, is replaced once.
 */
export class AuthMiddleware extends GraphMiddleware {
  constructor(private readonly getToken: GetToken) {
    super();
  }

  async execute(context: Context): Promise<void> {
    const { scopes } = requestContextOf(context);
    const token = await this.#tokenFor(scopes);
    await this.#sendWith(context, token);
    if (context.response === undefined) return;
    // Graph refuses such a token before it looks at the request, so even a write may be sent again with another one.
    const claims = claimsChallenge(context.response);
    if (claims !== null) await this.#sendWith(context, await this.#tokenFor(scopes, claims));
    else if (context.response.status === 401) await this.#replace(context, token, scopes);
  }

  /** A refused token is sent again only where a fresh one replaces it. */
  async #replace(context: Context, refused: string, scopes: Scopes): Promise<void> {
    const token = await this.#tokenFor(scopes);
    if (token !== refused) await this.#sendWith(context, token);
  }

  async #sendWith(context: Context, token: string): Promise<void> {
    const headers = new Headers(context.options?.headers);
    headers.set("Authorization", `Bearer ${token}`);
    context.options = { ...context.options, headers: Object.fromEntries(headers) };
    await this.handOn(context);
  }

  async #tokenFor(scopes: Scopes, claims?: string): Promise<string> {
    try {
      return await (claims === undefined ? this.getToken(scopes) : this.getToken(scopes, claims));
    } catch (cause) {
      throw tokenRefusal(cause, scopes);
    }
  }
}

/** The sign-in service did not answer: nothing was sent to Graph, and the session may still be valid. */
const NOT_ASKED: ReadonlySet<unknown> = new Set(["unreachable", "throttled"]);

/** The token may come from another thread: errors that cross it keep their name and lose their class. */
function tokenRefusal(cause: unknown, scopes: Scopes): GraphError {
  return new GraphError(kindOf(cause), `No token for ${scopes.join(" ")}`, {}, { cause });
}

function kindOf(cause: unknown): GraphErrorKind {
  if (!(cause instanceof Error)) return "signed-out";
  const { sessionEnded, kind } = cause as { sessionEnded?: unknown; kind?: unknown };
  if (cause.name === "SignInNeeded") return sessionEnded === true ? "signed-out" : "needs-consent";
  return cause.name === "IdentityError" && NOT_ASKED.has(kind) ? "unavailable" : "signed-out";
}

/**
 * The claims that an answer asks for, as JSON text; null when it asks for none.
 * https://learn.microsoft.com/entra/identity-platform/claims-challenge
 */
export function claimsChallenge(response: Pick<Response, "status" | "headers">): string | null {
  if (response.status !== 401 && response.status !== 403) return null;
  const header = response.headers.get("www-authenticate") ?? "";
  if (!/error="?insufficient_claims/i.test(header)) return null;
  const encoded = /claims="([^"]+)"/i.exec(header)?.[1];
  return encoded === undefined ? null : decoded(encoded);
}

function decoded(base64: string): string | null {
  try {
    const bytes = atob(base64.replaceAll("-", "+").replaceAll("_", "/"));
    return new TextDecoder().decode(Uint8Array.from(bytes, (letter) => letter.charCodeAt(0)));
  } catch (cause) {
    if (!(cause instanceof DOMException)) throw cause;
    return null;
  }
}
