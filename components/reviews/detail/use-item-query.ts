"use client";

import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useMemo } from "react";
import { ITEM_SORTS, type ItemQuery } from "./item-query";

const inUrl = {
  q: parseAsString.withDefault(""),
  decision: parseAsString,
  recommendation: parseAsString,
  reviewer: parseAsString,
  applied: parseAsString,
  sort: parseAsStringLiteral(ITEM_SORTS).withDefault("guest"),
  order: parseAsStringLiteral(["asc", "desc"]).withDefault("asc"),
  item: parseAsString,
};

/** The question that the address asks of an instance's items, and the item whose panel is open. */
export function useItemQuery() {
  const [url, change] = useQueryStates(inUrl, { history: "replace", clearOnDefault: true });
  const query: ItemQuery = useMemo(
    () => ({
      text: url.q,
      decision: url.decision,
      recommendation: url.recommendation,
      reviewer: url.reviewer,
      applied: url.applied,
      sort: { by: url.sort, descending: url.order === "desc" },
    }),
    [url.q, url.decision, url.recommendation, url.reviewer, url.applied, url.sort, url.order],
  );
  return { query, openItem: url.item, change };
}

export type ChangeItems = ReturnType<typeof useItemQuery>["change"];
