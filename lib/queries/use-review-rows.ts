"use client";

import { useMemo } from "react";
import type { CoveredBy } from "@/lib/domain/reviews/covered-by";
import {
  type DecidedState,
  decidedStateOf,
  notAppliedIn,
} from "@/lib/domain/reviews/decided-count";
import { runningInstances } from "@/lib/domain/reviews/instances";
import type { Review, ReviewInstance } from "@/lib/domain/reviews/review";
import type { ReviewWithInstances } from "@/lib/domain/reviews/unrecorded-instances";
import { useInstancesOfMany, useReviews } from "@/lib/queries/reviews";
import { useProgressOfMany } from "@/lib/queries/reviews-progress";
import { reviewersWords, scopeWords } from "@/lib/domain/reviews/scope-labels";
import { useReviewNames } from "@/lib/queries/use-review-names";

/** One line of the list. */
export interface ReviewRow extends ReviewWithInstances {
  /** Whose access to what, with the names that were read. */
  readonly scope: string;
  readonly reviewers: string;
  /** How much of the running instances is decided. */
  readonly progress: DecidedState;
  /** Denials that Entra says it could not apply, as far as they are read. */
  readonly notApplied: number;
  /** Null while it is not read. */
  readonly covered: CoveredBy | null;
}

const NO_REVIEWS: readonly Review[] = [];

/** The reviewers of every stage. */
const reviewersOf = ({ reviewers, stages }: Review) =>
  stages.length === 0 ? reviewers : stages.flatMap((stage) => stage.reviewers);

const isApplied = ({ status }: Pick<ReviewInstance, "status">) => status === "Applied";

/**
 * The reviews with what is read besides: names first, then their instances, then how much is decided; and how many
 * guests each covers, where that is known.
 */
export function useReviewRows(coveredBy: ReadonlyMap<string, CoveredBy> | null) {
  const reviews = useReviews();
  const all = reviews.data ?? NO_REVIEWS;
  const { ids, scopes, reviewers } = useMemo(
    () => ({
      ids: all.map(({ id }) => id),
      scopes: all.map(({ scope }) => scope),
      reviewers: all.flatMap(reviewersOf),
    }),
    [all],
  );
  const nameOf = useReviewNames(scopes, reviewers);
  const instances = useInstancesOfMany(ids);
  const toCount = useMemo(() => {
    const found = [...(instances.data?.values() ?? [])].flatMap((each) => each ?? []);
    return [...runningInstances(found), ...found.filter(isApplied)].map(({ reviewId, id }) => ({
      reviewId,
      instanceId: id,
    }));
  }, [instances.data]);
  const { data: counts, isLoading } = useProgressOfMany(toCount);
  const rows = useMemo(
    () =>
      all.map((review): ReviewRow => {
        const found = instances.data?.get(review.id) ?? null;
        return {
          review,
          scope: scopeWords(review.scope, nameOf),
          reviewers: reviewersWords(reviewersOf(review), nameOf),
          instances: found,
          progress:
            found === null
              ? "reading"
              : decidedStateOf(runningInstances(found), { data: counts, isLoading }),
          notApplied: notAppliedIn((found ?? []).filter(isApplied), counts),
          covered: coveredBy?.get(review.id) ?? null,
        };
      }),
    [all, nameOf, instances.data, counts, isLoading, coveredBy],
  );
  return { reviews, instances, rows };
}
