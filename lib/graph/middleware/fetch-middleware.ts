import type { Context, Middleware } from "@microsoft/microsoft-graph-client";
import { requestContextOf } from "./graph-middleware";
import { GraphError, NotSentError } from "../graph-error";

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
