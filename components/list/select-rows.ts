import { textMatcher } from "@/lib/domain/match-text";
import { type SortValue, sortRows } from "./sort-rows";
import type { ListSort } from "./use-list-state";

/** How the rows of a list in memory are found, narrowed and sorted. */
export interface RowRules<Row, Filters, Key extends string> {
  /** What a search looks in. */
  readonly texts: (row: Row) => readonly (string | null)[];
  /** For each filter whether a row passes a value of it; a filter that is not set lets all pass. */
  readonly filters: {
    readonly [Name in keyof Filters]: (row: Row, value: NonNullable<Filters[Name]>) => boolean;
  };
  /** What each column that can be sorted by is sorted by. */
  readonly sortValues: Readonly<Record<Key, (row: Row) => SortValue>>;
}

interface RowQuery<Filters> {
  readonly text: string;
  readonly filters: Filters;
  readonly sort: ListSort | null;
}

/** The rows that match, sorted; in the order they came in where nothing, or no column of these rows, is sorted by. */
export function selectRows<Row, Filters extends object, Key extends string>(
  rows: readonly Row[],
  query: RowQuery<Filters>,
  rules: RowRules<Row, Filters, Key>,
): readonly Row[] {
  return filterRows(sortBy(rows, query.sort, rules), query, rules);
}

type Entry<Row, Filters> = [keyof Filters, (row: Row, value: Filters[keyof Filters]) => boolean];

/** The rows that match, in the order they came in. */
export function filterRows<Row, Filters extends object>(
  rows: readonly Row[],
  { text, filters }: Omit<RowQuery<Filters>, "sort">,
  rules: Omit<RowRules<Row, Filters, string>, "sortValues">,
): readonly Row[] {
  const matches = textMatcher(text);
  const passes = (Object.entries(rules.filters) as Entry<Row, Filters>[]).flatMap(
    ([name, pass]) => {
      const value = filters[name];
      return value === null || value === undefined ? [] : (row: Row) => pass(row, value);
    },
  );
  if (text.trim() === "" && passes.length === 0) return rows;
  return rows.filter((row) => passes.every((pass) => pass(row)) && matches(...rules.texts(row)));
}

/** The rows sorted by a column; as they came where that is none of theirs. */
export function sortBy<Row>(
  rows: readonly Row[],
  sort: ListSort | null,
  { sortValues }: { readonly sortValues: Readonly<Record<string, (row: Row) => SortValue>> },
): readonly Row[] {
  if (sort === null || !Object.hasOwn(sortValues, sort.by)) return rows;
  const valueOf = sortValues[sort.by];
  return valueOf === undefined ? rows : sortRows(rows, valueOf, sort.descending);
}
