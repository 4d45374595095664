import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { HistoryRow } from "@/lib/contract/history";
import { useServices } from "@/lib/services/services";
import { myReviewsQuery } from "./my-reviews";
import { reviewsQuery } from "./reviews";

/** The id of the review that a reviewer's answer is about; null of every other row. */
export function answeredReviewOf(row: HistoryRow): string | null {
  if (row.kind !== "planned") return null;
  const { kind } = row.operation;
  return kind === "answer-item" || kind === "accept-recommendations" ? row.subject.id : null;
}

/**
 * The names of the reviews that these rows answer in, by the id: the history has only that. Read where there is such a
 * row; of the person's own reviews where they may not see all. Null where the name cannot be read, or is not read yet.
 */
export function useNamesOfAnswered(rows: readonly HistoryRow[]): (id: string) => string | null {
  const services = useServices();
  const enabled = rows.some((row) => answeredReviewOf(row) !== null);
  const all = useQuery({ ...reviewsQuery(services), enabled });
  const mine = useQuery({ ...myReviewsQuery(services), enabled: enabled && all.isError });
  return useMemo(() => {
    const reviews = all.data ?? mine.data?.map(({ review }) => review) ?? [];
    const names = new Map(reviews.map(({ id, name }) => [id, name]));
    return (id) => names.get(id) ?? null;
  }, [all.data, mine.data]);
}
