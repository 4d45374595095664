import { queryOptions, useQuery } from "@tanstack/react-query";
import type { HistoryRow } from "@/lib/contract/history";
import type { Instant } from "@/lib/domain/time";
import { type ReadingDoors, useDoors } from "./doors";
import { keys } from "./keys";
import { readHistory } from "./read-history";

/** The catch-all group, as the history knows it: Entra has no place for such a mark on a group. */
export interface CatchAllGroup {
  readonly groupId: string;
  readonly madeAt: Instant;
}

const NEWEST = 50;

export function catchAllQuery({ api, me }: ReadingDoors) {
  return queryOptions({
    queryKey: [...keys.histories(me), "catch-all"],
    queryFn: async ({ signal }): Promise<CatchAllGroup | null> => {
      const { rows } = await readHistory(api, { kind: "create-group", limit: NEWEST }, signal);
      return rows.map(groupMadeBy).find((group) => group !== null) ?? null;
    },
    staleTime: 30_000,
  });
}

/** The group that holds the guests whom no other review covers; null while nobody has made one. */
export function useCatchAllGroup() {
  return useQuery(catchAllQuery(useDoors()));
}

function groupMadeBy(row: HistoryRow): CatchAllGroup | null {
  if (row.kind !== "intended") return null;
  const made = row.outcome?.result === "done" || row.outcome?.result === "already-so";
  return made ? { groupId: row.subject.id, madeAt: row.recordedAt } : null;
}
