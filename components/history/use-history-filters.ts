"use client";

import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { type HistoryFilters, KIND_CHOICES, RESULT_CHOICES } from "./history-filters";

const parsers = {
  guest: parseAsString,
  actor: parseAsString,
  plan: parseAsString,
  subject: parseAsString,
  kind: parseAsStringLiteral(KIND_CHOICES),
  result: parseAsStringLiteral(RESULT_CHOICES),
  from: parseAsString,
  to: parseAsString,
};

/** The filters of the history, kept in the address so that a link shows the same. */
export function useHistoryFilters(): [HistoryFilters, (change: Partial<HistoryFilters>) => void] {
  const [filters, setFilters] = useQueryStates(parsers, { history: "replace" });
  return [filters, (change) => void setFilters(change)];
}
