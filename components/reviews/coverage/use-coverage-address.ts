"use client";

import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useMemo } from "react";
import { type CoverageQuery, FILTERS, TABS } from "./coverage-query";
import { sortOf } from "./coverage-sort";

const inUrl = {
  tab: parseAsStringLiteral(TABS).withDefault("guests"),
  q: parseAsString.withDefault(""),
  state: parseAsStringLiteral(FILTERS),
  sort: parseAsString,
  order: parseAsStringLiteral(["asc", "desc"]).withDefault("asc"),
};

/** What the address asks of the map: a link shows the same. */
export function useCoverageAddress() {
  const [url, change] = useQueryStates(inUrl, { history: "replace", clearOnDefault: true });
  const query: CoverageQuery = useMemo(
    () => ({
      tab: url.tab,
      text: url.q,
      filter: url.state,
      sort: sortOf(url.tab, url.sort, url.order === "desc"),
    }),
    [url.tab, url.q, url.state, url.sort, url.order],
  );
  return { query, change };
}
