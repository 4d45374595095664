import { queryOptions, useQuery } from "@tanstack/react-query";
import type { HistoryRow } from "@/lib/contract/history";
import { type ReadingDoors, useDoors } from "./doors";
import { keys } from "./keys";
import { readWholeHistory } from "./read-history";

export type DecidedRow = Extract<HistoryRow, { kind: "decided" }>;

export function unsettledQuery({ api, me }: ReadingDoors) {
  return queryOptions({
    queryKey: keys.unsettled(me),
    queryFn: async ({ signal }) =>
      (await readWholeHistory(api, { result: "unsettled" }, signal)).filter(hasAct),
  });
}

/** Decisions of which nobody knows yet what became: a tab was closed, or an answer never came. */
export function useUnsettled() {
  return useQuery(unsettledQuery(useDoors()));
}

function hasAct(row: HistoryRow): row is DecidedRow {
  return row.kind === "decided" && row.decision !== "keep";
}
