import { Client, ResponseType } from "@microsoft/microsoft-graph-client";
import { readBatch } from "./batch";
import { bodyOf } from "./body";
import { type Clock, systemClock } from "./clock";
import {
  AuthMiddleware,
  FetchMiddleware,
  type GetToken,
  RequestContext,
  RetryMiddleware,
} from "./graph-middleware";
import type { Graph, GraphPage, ReadOptions, SendOptions, Sent } from "./graph";
import { GraphError } from "./graph-error";
import { readPages } from "./pages";
import { refusalOf } from "./refusal";

export interface GraphSettings {
  /** Origin of Graph in this cloud, or of the simulator. */
  readonly root: string;
  readonly token: GetToken;
  /** Called whenever a request waits: for the pace, or because Graph throttled it. */
  readonly onWait?: (seconds: number) => void;
  readonly fetch?: typeof globalThis.fetch;
  readonly clock?: Clock;
}

/** How often a reading is tried whose answer is malformed: it may have been cut off. */
const RETRYABLE_TRIES = 3;

/** Opens Microsoft Graph v1.0 below one root; tokens go to that root and nowhere else. */
export function openGraph(settings: GraphSettings): Graph {
  return new HttpGraph(settings);
}

class HttpGraph implements Graph {
  readonly #client: Client;
  readonly #root: string;
  readonly #clock: Clock;

  constructor(settings: GraphSettings) {
    this.#root = settings.root.replace(/\/+$/, "");
    this.#clock = settings.clock ?? systemClock;
    const fetch = settings.fetch ?? globalThis.fetch.bind(globalThis);
    this.#client = Client.initWithMiddleware({
      middleware: [
        new RetryMiddleware(this.#clock, settings.onWait ?? (() => undefined)),
        new AuthMiddleware(settings.token),
        new FetchMiddleware(this.#root, fetch),
      ],
    });
  }

  async read<T>(path: string, options: ReadOptions<T>): Promise<T> {
    const retryable = new Set([...(options.retryOn ?? []), "malformed"]);
    for (let tries = 1; ; tries += 1) {
      try {
        const requestContext = new RequestContext(
          path,
          options.scopes,
          true,
          options.signal,
          options.pace,
        );
        const response = await this.#go(requestContext, "GET", options.headers);
        return await bodyOf(response, options.schema, path);
      } catch (cause) {
        const mayRetry = cause instanceof GraphError && retryable.has(cause.kind);
        if (!mayRetry || tries >= RETRYABLE_TRIES) throw cause;
        await this.#clock.sleep(1_000, options.signal);
      }
    }
  }

  pages<T>(path: string, options: ReadOptions<T>): AsyncGenerator<GraphPage<T>> {
    return readPages(this, path, options, this.#root);
  }

  async send<T>(
    method: "POST" | "PATCH" | "PUT" | "DELETE",
    path: string,
    options: SendOptions<T>,
  ): Promise<Sent<T>> {
    const requestContext = new RequestContext(
      path,
      options.scopes,
      false,
      options.signal,
      undefined,
      options.maySend,
    );
    const response = await this.#go(requestContext, method, options.headers, options.body);
    const { schema } = options;
    // Without a schema nobody asked for the body, and `T` is `unknown`.
    const body = schema === undefined ? (undefined as T) : await bodyOf(response, schema, path);
    return { status: response.status, body, requestId: response.headers.get("request-id") };
  }

  batch(...[requests, options]: Parameters<Graph["batch"]>): ReturnType<Graph["batch"]> {
    const post = async (body: unknown): Promise<Response> => {
      const requestContext = new RequestContext(
        "/$batch",
        options.scopes,
        true,
        options.signal,
        undefined,
      );
      return this.#go(requestContext, "POST", undefined, body);
    };
    return readBatch(requests, post, this.#clock, options.signal);
  }

  async #go(
    requestContext: RequestContext,
    method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE",
    headers: Readonly<Record<string, string>> = {},
    body?: unknown,
  ): Promise<Response> {
    const request = this.#client
      .api(requestContext.path.split("?", 1).join(""))
      .headers({ ...headers })
      .middlewareOptions([requestContext])
      .responseType(ResponseType.RAW);
    const response: unknown = await request[verbs[method]](body).catch((cause: unknown) => {
      throw requestContext.failure ?? cause;
    });
    if (!(response instanceof Response)) throw new GraphError("malformed", "No answer at all.");
    if (response.ok) return response;
    const failedRequest = {
      method: requestContext.repeatable ? "GET" : method,
      path: requestContext.path,
    };
    throw await refusalOf(response, { ...failedRequest, now: this.#clock.now() });
  }
}

const verbs = {
  GET: "get",
  POST: "post",
  PATCH: "patch",
  PUT: "put",
  DELETE: "delete",
} as const;
