import type { OperationRow } from "@/lib/contract/history";
import type { Review } from "@/lib/domain/reviews/review";

/** A review that is there, and what the history says instead. */
export interface MadeAfterAll {
  readonly row: OperationRow;
  readonly review: Pick<Review, "id" | "name">;
}

/**
 * The reviews whose making the history calls failed or unknown. Lists may show a new review only after everybody has
 * stopped looking for it; the mark that it bears says all the same whose it is.
 */
export function madeAfterAll(
  unmade: readonly OperationRow[],
  reviews: readonly Pick<Review, "id" | "name" | "operationId">[],
): readonly MadeAfterAll[] {
  const rows = new Map(unmade.map((row) => [row.operation.id.toLowerCase(), row]));
  return reviews.flatMap((review) => {
    const row =
      review.operationId === null ? undefined : rows.get(review.operationId.toLowerCase());
    return row === undefined ? [] : [{ row, review }];
  });
}
