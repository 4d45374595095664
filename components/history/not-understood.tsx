"use client";

import { Button } from "@fluentui/react-components";
import { ErrorCard } from "@/components/ui/error-card";
import { plainText } from "@/components/ui/plain-text";
import type { HistoryFilters } from "./history-filters";

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

/** Longest part of a wrong filter that is repeated. */
const SHOWN_MAX = 60;

/** Refuses an address with filters that mean nothing: shown without them, the history would look like what the link meant. */
export function NotUnderstood(props: {
  readonly filters: HistoryFilters;
  readonly search: string;
  readonly wrong: readonly (keyof HistoryFilters | "q")[];
  readonly onClear: () => void;
}) {
  const { filters, search, wrong, onClear } = props;
  const named = wrong.map(
    (name) =>
      `${NAMES[name]} “${plainText((name === "q" ? search : (filters[name] ?? "")).slice(0, SHOWN_MAX))}”`,
  );
  return (
    <ErrorCard
      happened={`This link has ${wrong.length === 1 ? "a filter" : "filters"} that Guestlist does not understand: ${named.join(", ")}.`}
      notDone="No entries are shown, and none can be exported."
      tryThis="Correct the link, or clear the filters."
      actions={<Button onClick={onClear}>Clear all filters</Button>}
    />
  );
}
