import type { Endpoint } from "./endpoint.ts";

type Route =
  | { kind: "found"; endpoint: Endpoint; params: Record<string, string> }
  | { kind: "wrong-method"; allowed: string[] }
  | { kind: "unknown" };

/** Finds the endpoint for a path; a word of the path wins over a `{parameter}`. */
export function route(endpoints: readonly Endpoint[], method: string, path: string): Route {
  const segments = path.split("/");
  const matches = endpoints
    .flatMap((endpoint) => {
      const params = match(endpoint.path, segments);
      return params ? [{ endpoint, params }] : [];
    })
    .sort((a, b) => Object.keys(a.params).length - Object.keys(b.params).length);
  const [best] = matches;
  if (!best) return { kind: "unknown" };
  const samePath = matches.filter((other) => other.endpoint.path === best.endpoint.path);
  const found = samePath.find((other) => other.endpoint.method === method);
  return found
    ? { kind: "found", ...found }
    : { kind: "wrong-method", allowed: samePath.map((other) => other.endpoint.method) };
}

const words = new Map<string, readonly string[]>();

/** A template's words, split once: every call is held against every endpoint. */
function wordsOf(template: string): readonly string[] {
  const split = words.get(template) ?? template.split("/");
  words.set(template, split);
  return split;
}

function match(template: string, segments: readonly string[]): Record<string, string> | undefined {
  const expected = wordsOf(template);
  if (expected.length !== segments.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, word] of expected.entries()) {
    const actual = segments[index] ?? "";
    if (word.startsWith("{")) {
      if (actual === "") return undefined;
      params[word.slice(1, -1)] = actual;
    } else if (word !== actual) return undefined;
  }
  return params;
}
