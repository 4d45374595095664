import { serve } from "@hono/node-server";
import { TestTenant } from "../graph/test-tenant.ts";

/** An organization whose Graph listens on a port until it is disposed of. */
export class ListeningTenant extends TestTenant implements AsyncDisposable {
  readonly #server = serve({ fetch: (request, env) => this.#mounted(request, env), port: 0 });

  /** Where it listens, once it does. */
  async origin(): Promise<string> {
    if (!this.#server.listening) {
      await new Promise((resolve) => this.#server.once("listening", resolve));
    }
    const address = this.#server.address();
    if (address === null || typeof address === "string") throw new Error("no port to listen on");
    return `http://localhost:${address.port}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #mounted(request: Request, env: object): Response | Promise<Response> {
    return this.graph.fetch(request, env);
  }
}
