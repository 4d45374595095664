import { queryOptions, useQueries, useQuery } from "@tanstack/react-query";
import { type Services, useServices } from "@/lib/services/services";
import { keys } from "./keys";
import { readHistory, readWholeHistory } from "@/lib/services/read-history";
import { isOperation, type OperationRow } from "@/lib/contract/history";

const STALE_MILLISECONDS = 30_000;

export function makerQuery({ api, me }: Services, operationId: string) {
  return queryOptions({
    queryKey: [...keys.histories(me), "maker", operationId],
    queryFn: async ({ signal }) => {
      const request = { subject: operationId, kind: "create-review", limit: 1 } as const;
      const [row] = (await readHistory(api, request, signal)).rows;
      return row?.kind === "planned" ? namedBy(row) : null;
    },
    staleTime: STALE_MILLISECONDS,
  });
}

/** Until something was made, a row is about its operation itself. */
const namedBy = ({ subject, operation }: OperationRow) =>
  subject.id === operation.id ? null : subject.id;

/**
 * Which review each of these operations made, as its outcome in the history says; null where that names none, or where
 * nobody could ask. An operation is missing while it is asked about.
 */
export function useMakers(operationIds: readonly string[]): ReadonlyMap<string, string | null> {
  const services = useServices();
  return useQueries({
    queries: operationIds.map((id) => makerQuery(services, id)),
    combine: (answers) =>
      new Map(
        answers.flatMap(({ data, isPending }, index) =>
          isPending ? [] : [[operationIds[index] ?? "", data ?? null] as const],
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
      return rows.flat().filter(isOperation);
    },
    staleTime: STALE_MILLISECONDS,
  });
}

/** The operations that made no review, as far as the history knows. Asked only where there is somebody to doubt it. */
export function useUnmade(enabled: boolean) {
  return useQuery({ ...unmadeQuery(useServices()), enabled });
}
