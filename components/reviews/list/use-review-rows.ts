"use client";

import { useMemo } from "react";
import type { CoveredBy } from "@/lib/domain/reviews/covered-by";
import type { Review, ReviewInstance } from "@/lib/domain/reviews/review";
import { useInstancesOfMany, useReviews } from "@/lib/queries/reviews";
import { useProgressOfMany } from "@/lib/queries/reviews-progress";
import { phaseOf } from "@/lib/domain/reviews/review-status";
import { reviewersWords, scopeWords } from "../shared/scope-words";
import { useReviewNames } from "../shared/use-review-names";
import type { ReviewRow, RunningProgress } from "./review-query";

const NO_REVIEWS: readonly Review[] = [];

/** Everybody who is asked, in any stage. */
const reviewersOf = ({ reviewers, stages }: Review) =>
  stages.length === 0 ? reviewers : stages.flatMap((stage) => stage.reviewers);

const isRunning = ({ status }: ReviewInstance) => phaseOf(status) === "running";

type Counted = ReturnType<typeof useProgressOfMany>["data"];

/** The sum over the running instances; null as soon as one of them is not counted. */
function progressOf(
  instances: readonly ReviewInstance[],
  counted: Counted,
): RunningProgress | null {
  const running = instances.filter(isRunning);
  const parts = running.flatMap(({ id }) => counted?.get(id) ?? []);
  if (running.length === 0 || parts.length < running.length) return null;
  return {
    decided: parts.reduce((sum, { decided }) => sum + decided, 0),
    total: parts.reduce((sum, { total }) => sum + total, 0),
  };
}

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
  const running = useMemo(
    () =>
      [...(instances.data?.values() ?? [])]
        .flatMap((found) => found ?? [])
        .filter(isRunning)
        .map(({ reviewId, id }) => ({ reviewId, instanceId: id })),
    [instances.data],
  );
  const progress = useProgressOfMany(running);
  const rows = useMemo(
    () =>
      all.map((review): ReviewRow => {
        const found = instances.data?.get(review.id) ?? null;
        return {
          review,
          scope: scopeWords(review.scope, nameOf),
          reviewers: reviewersWords(reviewersOf(review), nameOf),
          instances: found,
          progress: found === null ? null : progressOf(found, progress.data),
          covered: coveredBy?.get(review.id) ?? null,
        };
      }),
    [all, nameOf, instances.data, progress.data, coveredBy],
  );
  return { reviews, instances, rows };
}
