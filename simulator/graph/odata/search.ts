import { malformedQuery, unsupportedQuery } from "../errors.ts";

interface SearchClause {
  property: string;
  words: string;
}

/** A parsed `$search`: any of the alternatives, each of which needs all its clauses. */
type Search = readonly (readonly SearchClause[])[];

const pattern = /"([A-Za-z]+):((?:[^"\\]|\\.)*)"(?:\s+(AND|OR)\s+|\s*$)/y;

/** Reads `"displayName:ann" OR "mail:ann"`: https://learn.microsoft.com/graph/search-query-parameter */
export function parseSearch(text: string): Search {
  const alternatives: SearchClause[][] = [[]];
  let rest = 0;
  let joiner: string | undefined;
  while (rest < text.length || rest === 0) {
    pattern.lastIndex = rest;
    const found = pattern.exec(text);
    if (!found) throw malformedQuery(`Syntax error: Invalid $search clause '${text}'.`);
    const [all, property = "", value = "", next] = found;
    if (joiner === "OR") alternatives.push([]);
    alternatives.at(-1)?.push({ property, words: value.replace(/\\(.)/g, "$1") });
    joiner = next;
    rest += all.length;
  }
  if (joiner !== undefined) throw malformedQuery(`Syntax error: Invalid $search clause '${text}'.`);
  return alternatives;
}

/** A test of one row; a word must begin some word of the value. */
export function compileSearch<Row>(
  search: Search,
  searchable: Readonly<Record<string, (row: Row) => readonly string[]>>,
): (row: Row) => boolean {
  const tests = search.map((clauses) =>
    clauses.map(({ property, words }) => {
      const read = Object.hasOwn(searchable, property) ? searchable[property] : undefined;
      if (!read) {
        throw unsupportedQuery(`Unsupported or invalid $search clause for property '${property}'.`);
      }
      const terms = words.toLowerCase().split(/\s+/).filter(Boolean);
      return (row: Row) => read(row).some((value) => holds(value, terms));
    }),
  );
  return (row) => tests.some((all) => all.every((test) => test(row)));
}

function holds(value: string, terms: readonly string[]): boolean {
  const whole = value.toLowerCase();
  if (terms.length > 0 && whole.startsWith(terms.join(" "))) return true;
  const words = value
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}\p{M}]+/u);
  return terms.every((want) => words.some((word) => word.startsWith(want)));
}
