"use client";

import dynamic from "next/dynamic";
import { useMemo } from "react";
import { findLateReviews } from "@/lib/domain/reviews/late-reviews";
import type { Review } from "@/lib/domain/reviews/review";
import { useFailedCreations } from "@/lib/queries/created-reviews";

// Seldom needed, and it brings all that reads the directory.
const CorrectLateReviews = dynamic(
  () => import("./correct-late-reviews").then((module) => module.CorrectLateReviews),
  { ssr: false },
);

/** Nothing, or the reviews that exist though the history does not say that they were created. */
export function LateReviewsNotice(props: {
  readonly rows: readonly { readonly review: Review }[];
}) {
  const reviews = useMemo(() => props.rows.map(({ review }) => review), [props.rows]);
  const { data } = useFailedCreations(reviews.some(({ operationId }) => operationId !== null));
  const late = useMemo(() => findLateReviews(data ?? [], reviews), [data, reviews]);
  return late.length === 0 ? null : <CorrectLateReviews late={late} />;
}
