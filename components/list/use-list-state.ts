"use client";

import {
  type Nullable,
  type Options,
  parseAsString,
  parseAsStringLiteral,
  useQueryStates,
  type UseQueryStatesKeysMap,
  type Values,
} from "nuqs";
import { useCallback, useMemo } from "react";
import type { WrongFilter } from "./link-not-understood";

export interface ListSort<Key extends string = string> {
  readonly by: Key;
  readonly descending: boolean;
}

/** How the address says whose panel is open. */
interface Panel extends Readonly<Pick<Options, "history" | "limitUrlUpdates">> {
  readonly name: string;
}

/** What a list keeps in the address, and what holds where the address says nothing. */
interface ListSetup<Parsers extends UseQueryStatesKeysMap, Key extends string> {
  /** A parser for each filter, by its name in the address. */
  readonly filters: Parsers;
  /** The columns it can be sorted by. */
  readonly sorts: readonly Key[];
  /** Null where the rows have an order of their own. */
  readonly defaultSort: ListSort<Key> | null;
  /** Under which name the address says whose panel is open, whether Back closes it, and how often it may change. */
  readonly panel?: Panel;
  /** Other names in the address, for the second list of a page. */
  readonly names?: { readonly q: string; readonly sort: string; readonly order: string };
}

/** The state of a list as its parts read and change it. */
export interface ListState<Filters = object, Key extends string = string> {
  readonly text: string;
  readonly filters: Filters;
  readonly sort: ListSort<Key> | null;
  /** Whose panel is open. */
  readonly openId: string | null;
  /** Whether a search or a filter keeps rows out of the list. */
  readonly isFiltered: boolean;
  /** The filters in the address that mean nothing: no row may be shown for them, since the link meant others. */
  readonly notUnderstood: readonly WrongFilter[];
  readonly search: (text: string | null) => void;
  readonly filter: (change: Partial<Nullable<Filters>>) => void;
  readonly clearFilters: () => void;
  /** Sorts by a column, or the other way round; a column that the list cannot be sorted by changes nothing. */
  readonly toggleSort: (column: string) => void;
  readonly clearSort: () => void;
  readonly open: (id: string | null) => void;
  /** The name of the panel in the address. */
  readonly panelName: string;
}

const IN_ADDRESS = { history: "replace", clearOnDefault: true } as const;
/** Back undoes one filter at a time; a letter of a search is no step. */
const STEP = { history: "push" } as const;
const ORDERS = ["asc", "desc"] as const;
const PANEL: Panel = { name: "open" };

/** Search, filters, sort and open panel of a list, held in the address: a link shows a colleague the same. */
export function useListState<Parsers extends UseQueryStatesKeysMap, Key extends string>(
  setup: ListSetup<Parsers, Key>,
): ListState<Values<Parsers>, Key> {
  const { filters: parsers, sorts, defaultSort, panel = PANEL, names } = setup;
  const { name: panelName, ...panelOptions } = panel;
  const order = defaultSort?.descending === true ? "desc" : "asc";
  const [url, change] = useQueryStates(
    {
      q: parseAsString.withDefault(""),
      sort: parseAsStringLiteral(sorts),
      order: parseAsStringLiteral(ORDERS).withDefault(order),
      panel: parseAsString,
    },
    { ...IN_ADDRESS, urlKeys: { ...names, panel: panelName } },
  );
  const [filters, changeFilters] = useQueryStates(parsers, IN_ADDRESS);
  const notUnderstood = useNotUnderstood(parsers);

  const by = url.sort ?? defaultSort?.by ?? null;
  const descending = url.order === "desc";
  const sort = useMemo(() => (by === null ? null : { by, descending }), [by, descending]);

  return {
    text: url.q,
    filters,
    sort,
    openId: url.panel,
    notUnderstood,
    isFiltered: url.q !== "" || hasFilter(parsers, filters),
    search: useCallback((q) => void change({ q }), [change]),
    filter: useCallback(
      (changed) => void changeFilters(changed as Partial<Nullable<Values<Parsers>>>, STEP),
      [changeFilters],
    ),
    clearFilters: () => {
      void change({ q: null }, STEP);
      void changeFilters(null, STEP);
    },
    toggleSort: (column) => {
      const next = nextSort(sorts, column, sort);
      if (next === null) return;
      // The column that is the usual one needs no name in the address.
      void change({ ...next, ...(next.sort === defaultSort?.by && { sort: null }) });
    },
    clearSort: () => void change({ sort: null, order: null }),
    open: (id) => void change({ panel: id }, panelOptions),
    panelName,
  };
}

/** The filters whose text in the address says something else than what was read from it. */
function useNotUnderstood(parsers: UseQueryStatesKeysMap): readonly WrongFilter[] {
  const texts = useMemo(
    () => Object.fromEntries(Object.keys(parsers).map((name) => [name, parseAsString])),
    [parsers],
  );
  // nuqs hands what another hook sets to this one as it is, and not as a text: that is understood.
  const [inAddress]: readonly [Readonly<Record<string, unknown>>, unknown] = useQueryStates(texts);
  return useMemo(
    () =>
      Object.entries(parsers).flatMap(([name, parser]) => {
        const text = inAddress[name];
        if (typeof text !== "string" || text === "" || parser.type === "multi") return [];
        const value: unknown = parser.parse(text);
        const meant = value === null ? null : parser.serialize?.(value);
        return meant?.toLowerCase() === text.toLowerCase() ? [] : [{ name, text }];
      }),
    [parsers, inAddress],
  );
}

function hasFilter<Parsers extends UseQueryStatesKeysMap>(
  parsers: Parsers,
  values: Values<Parsers>,
): boolean {
  return Object.entries(parsers).some(([name, parser]) => {
    const value: unknown = values[name];
    if (value === null || value === undefined) return false;
    const usual: unknown = parser.defaultValue;
    return usual === undefined || parser.eq?.(value, usual) !== true;
  });
}

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
