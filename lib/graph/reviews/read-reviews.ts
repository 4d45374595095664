import type { Review } from "@/lib/domain/reviews/review";
import type { Graph } from "../graph";
import { readReviewPages } from "./read-review-pages";
import { DEFINITIONS } from "./review-paths";
import { reviewFromWire, reviewOnWire } from "./review-on-wire";

/**
 * Every access review that the person may see, in the service's order.
 * https://learn.microsoft.com/graph/api/accessreviewset-list-definitions
 */
export async function readReviews(graph: Graph, signal?: AbortSignal): Promise<readonly Review[]> {
  const reviews: Review[] = [];
  const pages = readReviewPages(graph, DEFINITIONS, { schema: reviewOnWire, signal });
  for await (const { items } of pages) reviews.push(...items.map(reviewFromWire));
  return reviews;
}
