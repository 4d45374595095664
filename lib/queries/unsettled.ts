import { queryOptions, useQuery } from "@tanstack/react-query";
import type { HistoryRow } from "@/lib/contract/history";
import { type ReadingDoors, useDoors } from "./doors";
import { keys } from "./keys";
import { readWholeHistory } from "./read-history";

export type DecidedRow = Extract<HistoryRow, { kind: "decided" }>;
export type IntendedRow = Extract<HistoryRow, { kind: "intended" }>;

export function unsettledQuery({ api, me }: ReadingDoors) {
  return queryOptions({
    queryKey: keys.unsettled(me),
    queryFn: ({ signal }) => readWholeHistory(api, { result: "unsettled" }, signal),
  });
}

/** Decisions of which nobody knows yet what became: a tab was closed, or an answer never came. */
export function useUnsettled() {
  return useQuery({ ...unsettledQuery(useDoors()), select: decidedIn });
}

/** Intents of which nobody knows yet what became. */
export function useUnsettledIntents() {
  return useQuery({ ...unsettledQuery(useDoors()), select: intendedIn });
}

function decidedIn(rows: readonly HistoryRow[]): readonly DecidedRow[] {
  return rows.filter((row) => row.kind === "decided").filter(({ decision }) => decision !== "keep");
}

function intendedIn(rows: readonly HistoryRow[]): readonly IntendedRow[] {
  return rows.filter((row) => row.kind === "intended");
}
