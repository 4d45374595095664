import type { Json } from "./json";
import type { GraphRequest } from "./operation";

/** A reference to what an earlier step made, in a path or in a text of a body: the step's name, as in `{create-group.id}`. */
const REFERENCE = /\{([a-z][a-z0-9-]*)\.id\}/g;

/** The names of the earlier steps that a request refers to. Anything else in braces is text. */
export function referencesOf(
  { path, body }: GraphRequest,
  earlier: readonly string[],
): readonly string[] {
  const found = [...`${path} ${JSON.stringify(body)}`.matchAll(REFERENCE)];
  const names = new Set(found.map(([, name = ""]) => name));
  return earlier.filter((name) => names.has(name));
}

/**
 * The request with the ids of created objects in place of its references; null while one of them is not known.
 */
export function bindRequest(
  request: GraphRequest,
  earlier: readonly string[],
  createdIds: ReadonlyMap<string, string>,
): GraphRequest | null {
  const names = referencesOf(request, earlier);
  if (names.some((name) => !createdIds.has(name))) return null;
  return bindKnown(request, new Map([...createdIds].filter(([name]) => names.includes(name))));
}

/** The same, but unknown references stay. An id is encoded as one path segment. */
export function bindKnown(
  request: GraphRequest,
  createdIds: ReadonlyMap<string, string>,
): GraphRequest {
  const bound = (text: string, spelled: (id: string) => string) =>
    text.replaceAll(REFERENCE, (reference, name: string) => {
      const id = createdIds.get(name);
      return id === undefined ? reference : spelled(id);
    });
  const path = bound(request.path, encodeURIComponent);
  const body = withTexts(request.body, (text) => bound(text, (id) => id));
  return { ...request, path, body };
}

/** JSON with each of its texts changed; the names of members stay. */
export function withTexts(value: Json, change: (text: string) => string): Json {
  if (typeof value === "string") return change(value);
  if (value === null || typeof value !== "object") return value;
  if (isList(value)) return value.map((each) => withTexts(each, change));
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, withTexts(each, change)]),
  );
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
