import type { Context, Middleware } from "@microsoft/microsoft-graph-client";

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
