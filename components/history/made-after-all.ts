import type { IntendedRow } from "@/lib/queries/unresolved";
import type { Review } from "@/lib/domain/reviews/review";

/** A review that is there, and what the history says instead. */
export interface MadeAfterAll {
  readonly row: IntendedRow;
  readonly review: Pick<Review, "id" | "name">;
}

/**
 * The reviews whose making the history calls failed or unknown. Lists may show a new review only after everybody has
 * stopped looking for it; the mark that it bears says all the same whose it is.
 */
export function madeAfterAll(
  unmade: readonly IntendedRow[],
  reviews: readonly Pick<Review, "id" | "name" | "intentId">[],
): readonly MadeAfterAll[] {
  const rows = new Map(unmade.map((row) => [row.intent.id.toLowerCase(), row]));
  return reviews.flatMap((review) => {
    const row = review.intentId === null ? undefined : rows.get(review.intentId.toLowerCase());
    return row === undefined ? [] : [{ row, review }];
  });
}
