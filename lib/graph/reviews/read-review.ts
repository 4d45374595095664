import type { Review } from "@/lib/domain/reviews/review";
import type { Graph } from "../graph";
import "../jitless";
import { z } from "zod";
import { definitionPath } from "./review-paths";
import { reviewFromWire, reviewOnWire } from "./review-on-wire";
import { REVIEW_READ_SCOPES } from "./scopes";

/** The Learn page's sample wraps the object once more. */
const answerOnWire = z.union([
  z.object({ value: reviewOnWire }).transform(({ value }) => value),
  reviewOnWire,
]);

/**
 * One access review as it is now; "not-found" when it is gone.
 * https://learn.microsoft.com/graph/api/accessreviewscheduledefinition-get
 */
export async function readReview(graph: Graph, id: string, signal?: AbortSignal): Promise<Review> {
  const wire = await graph.read(definitionPath(id), {
    scopes: REVIEW_READ_SCOPES,
    schema: answerOnWire,
    ...(signal && { signal }),
  });
  return reviewFromWire(wire);
}
