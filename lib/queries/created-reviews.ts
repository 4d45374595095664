import { queryOptions, useQueries, useQuery } from "@tanstack/react-query";
import { type Services, useServices } from "@/lib/services/services";
import { keys } from "./keys";
import { readHistory, readWholeHistory } from "@/lib/services/read-history";
import type { CreatedReview } from "@/lib/domain/reviews/duplicate-reviews";
import { isOperation, type OperationRow } from "@/lib/contract/history";

const STALE_MILLISECONDS = 30_000;

export function createdReviewQuery({ api, me }: Services, operationId: string) {
  return queryOptions({
    queryKey: [...keys.histories(me), "created-review", operationId],
    queryFn: async ({ signal }) => {
      const request = { subject: operationId, kind: "create-review", limit: 1 } as const;
      const [row] = (await readHistory(api, request, signal)).rows;
      return row?.kind === "planned" ? namedBy(row) : null;
    },
    staleTime: STALE_MILLISECONDS,
  });
}

/** Before anything is created, a row is about its operation itself. */
const namedBy = ({ subject, operation }: OperationRow) =>
  subject.id === operation.id ? null : subject.id;

/**
 * What the history says of the review that each of these operations created. An operation is missing while its row is
 * being read.
 */
export function useCreatedReviewIds(
  operationIds: readonly string[],
): ReadonlyMap<string, CreatedReview> {
  const services = useServices();
  return useQueries({
    queries: operationIds.map((id) => createdReviewQuery(services, id)),
    combine: (answers) =>
      new Map(
        answers.flatMap(({ data, isPending, isError }, index) =>
          isPending ? [] : [[operationIds[index] ?? "", createdReview(data, isError)] as const],
        ),
      ),
  });
}

function createdReview(id: string | null | undefined, isError: boolean): CreatedReview {
  if (typeof id === "string") return { kind: "named", id };
  return { kind: isError ? "unread" : "none" };
}

export function failedCreationsQuery({ api, me }: Services) {
  return queryOptions({
    queryKey: [...keys.histories(me), "failed-creations"],
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

/** The operations that created no review according to the history. Read only while enabled. */
export function useFailedCreations(enabled: boolean) {
  return useQuery({ ...failedCreationsQuery(useServices()), enabled });
}
