import type { Review } from "./review";

/** A review that is there, and the entry of the history that says otherwise. */
export interface LateReview<Row> {
  readonly row: Row;
  readonly review: Pick<Review, "id" | "name">;
}

/**
 * The reviews whose creation the history calls failed or unknown. Lists may show a new review only after everybody has
 * stopped looking for it; its marker still says which operation created it.
 */
export function findLateReviews<Row extends { readonly operation: { readonly id: string } }>(
  failedCreations: readonly Row[],
  reviews: readonly Pick<Review, "id" | "name" | "operationId">[],
): readonly LateReview<Row>[] {
  const rows = new Map(failedCreations.map((row) => [row.operation.id.toLowerCase(), row]));
  return reviews.flatMap((review) => {
    const row =
      review.operationId === null ? undefined : rows.get(review.operationId.toLowerCase());
    return row === undefined ? [] : [{ row, review }];
  });
}
