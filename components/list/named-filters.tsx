"use client";

import { createContext, use, useCallback, useEffect, useId, useMemo, useState } from "react";

/** Takes what a filter narrows the list to, by the filter's id; null where it narrows nothing. */
type NameFilter = (id: string, text: string | null) => void;

/** The bar around a filter. A filter that stands alone is named by nobody. */
export const NamedFilters = createContext<NameFilter | null>(null);

/** Tells the bar around a filter what it narrows the list to: a bar that is folded still says so. */
export function useNamedFilter(text: string | null): void {
  const name = use(NamedFilters);
  const id = useId();
  useEffect(() => {
    if (name === null || text === null) return;
    name(id, text);
    return () => {
      name(id, null);
    };
  }, [name, id, text]);
}

/** What the filters inside a bar narrow the list to. */
export function useFilterNames(): { readonly names: readonly string[]; readonly name: NameFilter } {
  const [texts, setTexts] = useState<ReadonlyMap<string, string>>(new Map());
  const name = useCallback<NameFilter>((id, text) => {
    setTexts((before) => {
      const after = new Map(before);
      if (text === null) after.delete(id);
      else after.set(id, text);
      return after;
    });
  }, []);
  return { names: useMemo(() => [...texts.values()], [texts]), name };
}
