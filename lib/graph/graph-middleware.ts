import type { Context, Middleware, MiddlewareOptions } from "@microsoft/microsoft-graph-client";
import type { Scopes } from "./graph";
import type { Pace } from "./pace";
import type { Clock } from "./clock";
import { GraphError, type GraphErrorKind, NotSentError } from "./graph-error";
import { retryAfterSeconds } from "./retry-after";

/** What the middleware has to know of one request besides what goes over the wire. */
export class RequestContext implements MiddlewareOptions {
  /** The client wraps whatever is thrown inside it, so the true reason is left here. */
  failure: unknown = undefined;

  constructor(
    /** Path and query below the version, verbatim: the client's own URL builder reorders queries. */
    readonly path: string,
    readonly scopes: Scopes,
    /** A reading, which may be asked again; a writing never may. */
    readonly repeatable: boolean,
    readonly signal: AbortSignal | undefined,
    readonly pace: Pace | undefined,
    /** Whether a writing may still go out. */
    readonly maySend?: () => boolean,
  ) {}
}

/** The context of a request; each request of this folder has one. */
export function requestContextOf(context: Context): RequestContext {
  const request = context.middlewareControl?.getMiddlewareOptions(RequestContext);
  if (!(request instanceof RequestContext))
    throw new TypeError("A request was sent without its context.");
  return request;
}

/** One middleware of the chain that a request passes. */
export abstract class GraphMiddleware implements Middleware {
  #next: Middleware | undefined;

  abstract execute(context: Context): Promise<void>;

  setNext = (next: Middleware): void => {
    this.#next = next;
  };

  protected async handOn(context: Context): Promise<Response> {
    if (this.#next === undefined) throw new TypeError("The middleware chain ends too early.");
    await this.#next.execute(context);
    if (context.response === undefined) throw new TypeError("A request came back unanswered.");
    return context.response;
  }
}

/** How often a read is tried before it counts as failed. */
export const MOST_TRIES = 10;
/** A longer Retry-After makes the read fail at once, instead of a long silent wait. */
const LONGEST_WAIT_SECONDS = 600;
const LONGEST_BACKOFF_SECONDS = 60;
const REPEATED = new Set([429, 502, 503, 504]);

/**
 * Keeps the pace and retries reads that Graph throttles. A write is sent exactly once: the client's own
 * RetryHandler, which resends it, is not used. https://learn.microsoft.com/graph/throttling
 */
export class RetryMiddleware extends GraphMiddleware {
  constructor(
    private readonly clock: Clock,
    private readonly onWait: (seconds: number) => void,
  ) {
    super();
  }

  async execute(context: Context): Promise<void> {
    const request = requestContextOf(context);
    try {
      for (let tries = 1; ; tries += 1) {
        request.signal?.throwIfAborted();
        await this.#wait((request.pace?.reserve() ?? 0) / 1_000, request);
        const seconds = await this.#waitAfter(context, request, tries);
        if (seconds === null) return;
        await this.#wait(seconds, request);
      }
    } catch (cause) {
      request.failure = cause;
      throw cause;
    }
  }

  /** How long to wait before the next try; null when there is none. */
  async #waitAfter(
    context: Context,
    request: RequestContext,
    tries: number,
  ): Promise<number | null> {
    const over = !request.repeatable || tries >= MOST_TRIES;
    try {
      const response = await this.handOn(context);
      request.pace?.learn(response);
      if (over || !REPEATED.has(response.status)) return null;
      const retryAfter = retryAfterSeconds(response.headers.get("retry-after"), this.clock.now());
      if (retryAfter !== null && retryAfter > LONGEST_WAIT_SECONDS) return null;
      await response.body?.cancel();
      return Math.max(1, retryAfter ?? this.#backoff(tries));
    } catch (cause) {
      const lost = cause instanceof GraphError && cause.kind === "no-answer";
      if (over || !lost) throw cause;
      return this.#backoff(tries);
    }
  }

  #backoff(tries: number): number {
    const grown = 2 ** (tries - 1) * (1 + this.clock.random() / 2);
    return Math.min(LONGEST_BACKOFF_SECONDS, grown);
  }

  async #wait(seconds: number, request: RequestContext): Promise<void> {
    if (seconds <= 0) return;
    this.onWait(seconds);
    await this.clock.sleep(seconds * 1_000, request.signal);
  }
}

/**
 * The last piece: one fetch below the configured root and nowhere else, so that a token cannot leave for another host.
 */
export class FetchMiddleware implements Middleware {
  constructor(
    private readonly root: string,
    private readonly fetch: typeof globalThis.fetch,
  ) {}

  async execute(context: Context): Promise<void> {
    const request = requestContextOf(context);
    const { headers, method, body } = context.options ?? {};
    refuseLateSending(request);
    try {
      context.response = await this.fetch(`${this.root}/v1.0${request.path}`, {
        ...(method === undefined ? {} : { method }),
        ...(headers === undefined ? {} : { headers }),
        ...(body === undefined || body === null ? {} : { body }),
        ...(request.signal === undefined ? {} : { signal: request.signal }),
        redirect: "error",
        credentials: "omit",
        cache: "no-store",
      });
    } catch (cause) {
      if (request.signal?.aborted === true) throw cause;
      throw new GraphError("no-answer", `No answer from ${this.root}`, {}, { cause });
    }
  }
}

/** Throws where a write is no longer allowed. Reads always are. */
export function refuseLateSending({ maySend }: { readonly maySend?: (() => boolean) | undefined }) {
  if (maySend?.() === false) throw new NotSentError("It may not be sent any more.");
}

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
