import { queryOptions, useQuery } from "@tanstack/react-query";
import type { HistoryRow } from "@/lib/contract/history";
import { type Services, useServices } from "@/lib/services/services";
import { keys } from "./keys";
import { readWholeHistory } from "./read-history";

export type DecidedRow = Extract<HistoryRow, { kind: "decided" }>;
export type IntendedRow = Extract<HistoryRow, { kind: "intended" }>;

export function unresolvedQuery({ api, me }: Services) {
  return queryOptions({
    queryKey: keys.unresolved(me),
    queryFn: async ({ signal }) =>
      (await readWholeHistory(api, { result: "unresolved" }, signal)).filter(hasAct),
  });
}

/** Decisions and intents of which nobody knows yet what became: a tab was closed, or an answer never came. */
export function useUnresolved() {
  return useQuery(unresolvedQuery(useServices()));
}

function hasAct(row: HistoryRow): row is DecidedRow | IntendedRow {
  return row.kind === "intended" || (row.kind === "decided" && row.decision !== "keep");
}
