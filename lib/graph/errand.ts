import type { Context, MiddlewareOptions } from "@microsoft/microsoft-graph-client";
import type { Scopes } from "./graph";
import type { Pace } from "./pace";

/** What the middleware has to know of one request besides what goes over the wire. */
export class Errand implements MiddlewareOptions {
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
  ) {}
}

/** The errand that a request is on; every request of this room is on one. */
export function errandOf(context: Context): Errand {
  const errand = context.middlewareControl?.getMiddlewareOptions(Errand);
  if (!(errand instanceof Errand)) throw new TypeError("A request was sent without an errand.");
  return errand;
}
