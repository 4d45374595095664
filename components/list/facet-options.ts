import type { FilterOption } from "./filter-select";

/** A filter's choices with how many rows each has: the usual values first, then others that rows have. */
export function facetOptions<Row>(
  rows: readonly Row[],
  values: readonly string[],
  valueOf: (row: Row) => string | null,
  wordOf: (value: string) => string,
): readonly FilterOption[] {
  const counts = new Map(values.map((value) => [value, 0]));
  for (const row of rows) {
    const value = valueOf(row);
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].map(([value, count]) => ({ value, word: wordOf(value), count }));
}
