import type { ReviewInstance } from "@/lib/domain/reviews/review";
import type { Instant } from "@/lib/domain/time";
import { phaseOf } from "../shared/phase";
import type { ReviewRow } from "./review-query";

export interface EndedReview extends Pick<ReviewRow, "review"> {
  /** When the latest of its ended instances ended. */
  readonly endedAt: Instant;
}

const isSettled = ({ status }: ReviewInstance) =>
  phaseOf(status) === "over" && status !== "Completing" && status !== "AutoReviewing";

/** The reviews of which an instance has ended, the latest first. */
export function endedLatest(rows: readonly ReviewRow[]): readonly EndedReview[] {
  return rows
    .flatMap(({ review, instances }) => {
      const ends = (instances ?? []).filter(isSettled).flatMap(({ endsAt }) => endsAt ?? []);
      return ends.length === 0 ? [] : [{ review, endedAt: Math.max(...ends) }];
    })
    .sort((one, other) => other.endedAt - one.endedAt);
}

/**
 * Those whose latest end is later than what is in the history; of a review that could not be asked about nothing is
 * said. It is told of whole runs: the page of a review tells it of each instance.
 */
export function unrecorded(
  ended: readonly EndedReview[],
  until: ReadonlyMap<string, Instant | null>,
): readonly EndedReview[] {
  return ended.filter(({ review, endedAt }) => {
    const recorded = until.get(review.id);
    return recorded !== undefined && (recorded === null || recorded < endedAt);
  });
}
