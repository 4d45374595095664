import type { Review, ReviewInstance } from "@/lib/domain/reviews/review";
import type { Graph } from "../graph";
import { readInstancesOfMany } from "./read-instances";
import { readReviewPages } from "./read-review-pages";
import { asReviewer, DEFINITIONS } from "./review-paths";
import { reviewFromWire, reviewOnWire } from "./review-on-wire";

/** A review in which the signed-in person decides, with those runs of it that ask them. */
export interface MyReview {
  readonly review: Review;
  readonly instances: readonly ReviewInstance[];
}

/**
 * The reviews that ask the signed-in person; no directory role is needed for these.
 * https://learn.microsoft.com/graph/api/accessreviewscheduledefinition-filterbycurrentuser
 */
export async function readMyReviews(
  graph: Graph,
  signal?: AbortSignal,
): Promise<readonly MyReview[]> {
  const reviews: Review[] = [];
  const path = asReviewer(DEFINITIONS);
  for await (const { items } of readReviewPages(graph, path, { schema: reviewOnWire, signal })) {
    reviews.push(...items.map(reviewFromWire));
  }
  const instances = await readInstancesOfMany(
    graph,
    reviews.map(({ id }) => id),
    { asReviewer: true, signal },
  );
  return reviews.map((review) => ({ review, instances: instances.get(review.id) ?? [] }));
}
