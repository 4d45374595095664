import { findDuplicateReviews } from "@/lib/domain/reviews/duplicate-reviews";
import type { Review } from "@/lib/domain/reviews/review";
import type { MadeReview } from "./what-became";

type Listed = Pick<Review, "id" | "name" | "operationId" | "createdAt">;

/**
 * Reviews that bear the mark of an operation beside the one that it is known to have made. A copy that somebody makes of a
 * review bears the mark too: whether one of them is to be deleted is for a person to decide.
 */
export function duplicatesOf(
  reviews: readonly Listed[],
  made: readonly MadeReview[],
): readonly Listed[] {
  const namedBy = new Map(made.map(({ operationId, reviewId }) => [operationId, reviewId]));
  return findDuplicateReviews(reviews, namedBy).flatMap(({ duplicates }) => duplicates);
}
