interface Sort {
  readonly by: string;
  readonly descending: boolean;
}

/**
 * How a list is sorted after somebody pressed the head of a column: by that column, or the other way round where it was
 * already. Null where the list cannot be sorted by it.
 */
export function nextSort<Key extends string>(
  keys: readonly Key[],
  column: string,
  sort: Sort | null,
): { readonly sort: Key; readonly order: "asc" | "desc" } | null {
  const by = keys.find((key) => key === column);
  if (by === undefined) return null;
  return { sort: by, order: sort?.by === by && !sort.descending ? "desc" : "asc" };
}
