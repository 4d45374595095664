import { GraphRefusal, badRequest } from "./errors.ts";

/** Splits a URL below /v1.0 into its decoded path and its query, as `$batch` and the wire both need it. */
export function readUrl(url: string): { path: string; query: URLSearchParams } {
  const [rawPath = "", ...rest] = url.split("?");
  if (url.includes("#")) throw badRequest("The request URI is not valid.");
  try {
    const path = rawPath.split("/").map(decodeURIComponent).join("/");
    return { path: path.replace(/(.)\/+$/, "$1"), query: new URLSearchParams(rest.join("?")) };
  } catch (cause) {
    if (!(cause instanceof URIError)) throw cause;
    throw badRequest("Malformed uri in request.");
  }
}

/** A request's JSON body; undefined when there is none. */
export function readBody(text: string, contentType: string | null): unknown {
  if (text === "") return undefined;
  if (!/^application\/json\b/i.test(contentType ?? "")) {
    throw new GraphRefusal(
      415,
      "Request_BadRequest",
      "A supported MIME type could not be found that matches the content type of the request. " +
        "None of the supported type(s) 'application/json' matches the content type.",
    );
  }
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw badRequest(
      "Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.",
    );
  }
}
