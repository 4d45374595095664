import type { MiddlewareHandler } from "hono";

/** Is given one line at a time, without its line break. */
export type Write = (line: string) => void;

/** One request to Graph and its answer; the token is never kept. */
export interface Exchange {
  method: string;
  path: string;
  /** As it stood in the URL, without the question mark. */
  query: string;
  requestHeaders: Record<string, string>;
  requestBody: unknown;
  status: number;
  responseHeaders: Record<string, string>;
  responseBody: unknown;
}

/** Keeps every exchange for the contract check; one that broke off has no answer and is not kept. */
export function recording(write: Write): MiddlewareHandler {
  return async (c, next) => {
    const url = new URL(c.req.url);
    const requestHeaders = Object.fromEntries(c.req.raw.headers);
    delete requestHeaders.authorization;
    const requestBody = asJson(await c.req.text());
    await next();
    const answer = await textOf(c.res);
    if (answer === undefined) return;
    const exchange: Exchange = {
      method: c.req.method,
      path: url.pathname,
      query: url.search.slice(1),
      requestHeaders,
      requestBody,
      status: c.res.status,
      responseHeaders: Object.fromEntries(c.res.headers),
      responseBody: asJson(answer),
    };
    write(JSON.stringify(exchange));
  };
}

/** The body without consuming it, or undefined when the line was cut. */
async function textOf(response: Response): Promise<string | undefined> {
  if (response.headers.has("x-hono-already-sent")) return undefined;
  try {
    return await response.clone().text();
  } catch (cause) {
    if (cause instanceof Error && cause.name === "ConnectionCutError") return undefined;
    throw cause;
  }
}

/** JSON where it is JSON, else the text as it was; nothing is null. */
function asJson(text: string): unknown {
  if (text === "") return null;
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    return text;
  }
}
