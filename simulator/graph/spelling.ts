// Graph takes an address in many spellings; endpoints and their answers know one of each:
// https://learn.microsoft.com/graph/query-parameters and
// https://docs.oasis-open.org/odata/odata/v4.01/odata-v4.01-part2-url-conventions.html#sec_CanonicalURL

const NAMESPACE = "microsoft.graph.";
const ALIAS = "graph.";
/** `users('id')` or `users(id)`, but not a call with named parameters such as `filterByCurrentUser(on='reviewer')`. */
const WITH_KEY = /^(\w+)\((?:'(.*)'|([^'=]+))\)$/;

/** The path with keys as segments of their own, without empty brackets, and with the namespace instead of its alias. */
export function plainPath(path: string): string {
  return path.split("/").flatMap(plainSegment).join("/");
}

function plainSegment(segment: string): string[] {
  const word = segment.replace(/\(\)$/, "");
  const [, name, quoted, plain] = WITH_KEY.exec(word) ?? [];
  if (name !== undefined) return [name, quoted?.replaceAll("''", "'") ?? plain ?? ""];
  const isAliased = word.toLowerCase().startsWith(ALIAS);
  return [isAliased ? `${NAMESPACE}${word.slice(ALIAS.length)}` : word];
}

/** The path with its last segment unqualified, as actions and functions are named here; null where it is not qualified. */
export function withoutNamespace(path: string): string | null {
  const [last = "", ...rest] = path.split("/").reverse();
  if (!last.toLowerCase().startsWith(NAMESPACE)) return null;
  return [last.slice(NAMESPACE.length), ...rest].reverse().join("/");
}

/** The query options that Graph reads, in lower case; a custom one, without `$`, means nothing to it. */
export function plainQuery(query: URLSearchParams): URLSearchParams {
  return new URLSearchParams(
    [...query].flatMap(([name, value]) =>
      name.startsWith("$") ? [[name.toLowerCase(), value]] : [],
    ),
  );
}
