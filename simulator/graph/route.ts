import type { Endpoint } from "./endpoint.ts";

export type Route =
  | { kind: "found"; endpoint: Endpoint; params: Record<string, string> }
  | { kind: "wrong-method"; allowed: string[] }
  | { kind: "unknown" };

/** Finds the endpoint for a path; a word of the path wins over a `{parameter}`, and its case means nothing. */
export function route(endpoints: readonly Endpoint[], method: string, path: string): Route {
  const segments = path.split("/").map(spelled);
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

/** A template's words in lower case, split once: every call is held against every endpoint. */
function wordsOf(template: string): readonly string[] {
  const split =
    words.get(template) ??
    template.split("/").map((word) => (word.startsWith("{") ? word : word.toLowerCase()));
  words.set(template, split);
  return split;
}

interface Segment {
  readonly text: string;
  readonly lower: string;
}

function spelled(text: string): Segment {
  return { text, lower: text.toLowerCase() };
}

function match(template: string, segments: readonly Segment[]): Record<string, string> | undefined {
  const expected = wordsOf(template);
  if (expected.length !== segments.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, word] of expected.entries()) {
    const { text = "", lower = "" } = segments[index] ?? {};
    if (word.startsWith("{")) {
      if (text === "") return undefined;
      params[word.slice(1, -1)] = text;
    } else if (word !== lower) return undefined;
  }
  return params;
}
