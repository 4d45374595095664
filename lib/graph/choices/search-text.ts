/**
 * A `$search` for things of which one of these properties has a word that begins so; null where the text has no word.
 * https://learn.microsoft.com/graph/search-query-parameter
 */
export function searchFor(text: string, properties: readonly string[]): string | null {
  const words = text.replace(/["\\:]/g, " ").trim();
  if (words === "") return null;
  const clauses = properties.map((property) => `"${property}:${words}"`);
  return `$search=${encodeURIComponent(clauses.join(" OR "))}`;
}
