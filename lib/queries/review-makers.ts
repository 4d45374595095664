import { queryOptions, useQueries, useQuery } from "@tanstack/react-query";
import type { HistoryRow } from "@/lib/contract/history";
import { type Services, useServices } from "@/lib/services/services";
import { keys } from "./keys";
import { readHistory, readWholeHistory } from "./read-history";
import type { IntendedRow } from "./unresolved";

const STALE_MILLISECONDS = 30_000;

export function makerQuery({ api, me }: Services, intentId: string) {
  return queryOptions({
    queryKey: [...keys.histories(me), "maker", intentId],
    queryFn: async ({ signal }) => {
      const request = { subject: intentId, kind: "create-review", limit: 1 } as const;
      const [row] = (await readHistory(api, request, signal)).rows;
      return row?.kind === "intended" ? namedBy(row) : null;
    },
    staleTime: STALE_MILLISECONDS,
  });
}

/** Until something was made, a row is about its intent itself. */
const namedBy = ({ subject, intent }: IntendedRow) =>
  subject.id === intent.id ? null : subject.id;

/**
 * Which review each of these intents made, as its outcome in the history says; null where that names none, or where
 * nobody could ask. An intent is missing while it is asked about.
 */
export function useMakers(intentIds: readonly string[]): ReadonlyMap<string, string | null> {
  const services = useServices();
  return useQueries({
    queries: intentIds.map((id) => makerQuery(services, id)),
    combine: (answers) =>
      new Map(
        answers.flatMap(({ data, isPending }, index) =>
          isPending ? [] : [[intentIds[index] ?? "", data ?? null] as const],
        ),
      ),
  });
}

export function unmadeQuery({ api, me }: Services) {
  return queryOptions({
    queryKey: [...keys.histories(me), "unmade"],
    queryFn: async ({ signal }) => {
      const results = ["failed", "unknown"] as const;
      const rows = await Promise.all(
        results.map((result) => readWholeHistory(api, { kind: "create-review", result }, signal)),
      );
      return rows.flat().filter(isIntended);
    },
    staleTime: STALE_MILLISECONDS,
  });
}

/** The intents that made no review, as far as the history knows. Asked only where there is somebody to doubt it. */
export function useUnmade(enabled: boolean) {
  return useQuery({ ...unmadeQuery(useServices()), enabled });
}

function isIntended(row: HistoryRow): row is IntendedRow {
  return row.kind === "intended";
}
