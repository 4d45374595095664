"use client";

import { parseAsString } from "nuqs";
import { useMemo } from "react";
import { useListState } from "@/components/list/use-list-state";
import { PageHeader } from "@/components/ui/page-header";
import { useDebouncedValue } from "@/components/ui/use-debounced-value";
import { type HistoryFilters, readFilters } from "./history-filters";
import { HISTORY_WORDS, HistoryList } from "./history-list";
import { LinkNotUnderstood } from "@/components/list/link-not-understood";

const TYPING_MS = 250;

/**
 * What the history keeps in the address. It is read a page at a time from the server, which has one order. Every filter is
 * a text: one that is not understood has to be seen to be refused.
 */
const HISTORY_LIST = {
  filters: {
    guest: parseAsString,
    actor: parseAsString,
    plan: parseAsString,
    subject: parseAsString,
    kind: parseAsString,
    result: parseAsString,
    from: parseAsString,
    to: parseAsString,
  },
  sorts: [],
  defaultSort: null,
  panel: { name: "entry", history: "push" },
} as const;

const NAMES: Readonly<Record<keyof HistoryFilters | "q", string>> = {
  q: "search",
  guest: "guest",
  actor: "person",
  plan: "plan",
  subject: "review or group",
  kind: "operation",
  result: "outcome",
  from: "first day",
  to: "last day",
};

/** What was decided in this tenant, newest first, as the ledger has it; nothing of it where the address is not understood. */
export function HistoryPage() {
  const list = useListState(HISTORY_LIST);
  const search = useDebouncedValue(list.text, TYPING_MS);
  const { request, wrong } = useMemo(
    () => readFilters(list.filters, search),
    [list.filters, search],
  );
  if (request !== null) return <HistoryList list={list} request={request} />;
  return (
    <>
      <PageHeader title="History">{HISTORY_WORDS}</PageHeader>
      <LinkNotUnderstood
        wrong={wrong.map((name) => ({
          name: NAMES[name],
          text: name === "q" ? search : (list.filters[name] ?? ""),
        }))}
        notDone="No entries are shown, and none can be exported."
        onClear={list.clearFilters}
      />
    </>
  );
}
