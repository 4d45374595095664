import type { Context, Middleware, MiddlewareOptions } from "@microsoft/microsoft-graph-client";
import type { Scopes } from "../graph";
import type { Pace } from "../pace";

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
