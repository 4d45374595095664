import type { HistoryRow } from "@/lib/contract/history";

/** Where an entry stands in the tenant's chain, and what proves it. */
export function chainFacts(row: HistoryRow) {
  return [
    { name: "Place", fact: row.seq },
    { name: "Hash", fact: <code>{row.hash}</code> },
    { name: "Entry", fact: <code>{row.id}</code> },
  ];
}
