import type { ReviewRow } from "@/lib/queries/use-review-rows";
import type { RowRules } from "@/components/list/select-rows";
import type { CoveredBy } from "@/lib/domain/reviews/covered-by";
import { decidedShare } from "@/lib/domain/reviews/decided-count";
import { lastStarted, nextStartAt } from "@/lib/domain/reviews/instances";
import { phaseOf, phaseOrder } from "@/lib/domain/reviews/review-status";

export const PHASES = ["running", "ahead", "over"] as const;

export const REVIEW_SORTS = ["name", "status", "last", "next", "progress", "guests"] as const;

export interface ReviewFilters {
  readonly status: (typeof PHASES)[number] | null;
  /** Only what the signed-in person created. */
  readonly mine: boolean;
}

/** How the list finds and sorts reviews for one person. */
export function reviewRules(
  myId: string,
): RowRules<ReviewRow, ReviewFilters, (typeof REVIEW_SORTS)[number]> {
  return {
    texts: ({ review, scope, reviewers }) => [review.name, scope, reviewers],
    filters: {
      status: ({ review }, status) => phaseOf(review.status) === status,
      mine: ({ review }, mine) => !mine || review.createdBy?.id === myId,
    },
    sortValues: {
      name: ({ review }) => review.name,
      status: ({ review }) => phaseOrder(review.status),
      last: ({ instances }) => lastStarted(instances)?.startsAt ?? null,
      next: ({ review, instances }) => nextStartAt(review, instances),
      progress: ({ progress }) => decidedShare(progress),
      guests: ({ covered }) => guestsOf(covered),
    },
  };
}

/** What covers nobody any more comes before what covers none so far. */
function guestsOf(covered: CoveredBy | null): number | null {
  if (covered === null || covered.kind === "not-known") return null;
  return covered.kind === "ended" ? -1 : covered.guests;
}
