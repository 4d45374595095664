/** A query of a scope or of reviewers, independent of its spelling. */
export interface GraphQuery {
  /** Without host and version, in small letters, without a slash at its end. */
  readonly path: string;
  /** Without blanks and outer brackets, in small letters; empty when there is none. */
  readonly filter: string;
}

/**
 * Reads a query as clients write it and as the service rewrites it, for example
 * `/v1.0/groups/{id}/members/microsoft.graph.user/?$count=true&$filter=(userType+eq+'Guest')`: host, version, `$count`,
 * blanks, letter case and quotes do not matter. https://learn.microsoft.com/graph/accessreviews-scope-concept
 */
export function readGraphQuery(text: unknown): GraphQuery {
  if (typeof text !== "string") return { path: "", filter: "" };
  const plain = decoded(text.replaceAll("+", " ")).replace(/[‘’]/g, "'");
  const [path = "", ...options] = plain.split("?");
  return { path: plainPath(path), filter: filterIn(options.join("?")) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A percent sign that encodes nothing: the text is not encoded.
    return text;
  }
}

function plainPath(path: string): string {
  return path
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\/[^/]+/, "")
    .replace(/^\/?(v1\.0|beta)(?=\/)/, "")
    .replace(/\/+$/, "");
}

function filterIn(options: string): string {
  const filterOption = options.split("&").find((option) => /^\s*\$filter=/i.test(option)) ?? "";
  const bare = filterOption
    .replace(/^\s*\$filter=/i, "")
    .replace(/\s/g, "")
    .toLowerCase();
  return withoutBrackets(bare);
}

function withoutBrackets(filter: string): string {
  if (!filter.startsWith("(") || !filter.endsWith(")")) return filter;
  let depth = 0;
  for (let index = 0; index < filter.length; index += 1) {
    if (filter[index] === "(") depth += 1;
    if (filter[index] === ")") depth -= 1;
    if (depth === 0 && index < filter.length - 1) return filter;
  }
  return withoutBrackets(filter.slice(1, -1));
}

/** A value as an object with properties; empty when it is not an object. */
export function partsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}
