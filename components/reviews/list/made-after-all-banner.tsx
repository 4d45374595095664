"use client";

import dynamic from "next/dynamic";
import { useMemo } from "react";
import type { Review } from "@/lib/domain/reviews/review";
import { useFailedCreations } from "@/lib/queries/created-reviews";
import { madeAfterAll } from "./made-after-all";

// Seldom needed, and it brings all that reads the directory.
const MadeAfterAllNotice = dynamic(
  () => import("./made-after-all-notice").then((module) => module.MadeAfterAllNotice),
  { ssr: false },
);

/** Nothing, or the reviews that are there though the history does not say that they were created. */
export function MadeAfterAllBanner(props: {
  readonly rows: readonly { readonly review: Review }[];
}) {
  const reviews = useMemo(() => props.rows.map(({ review }) => review), [props.rows]);
  const { data } = useFailedCreations(reviews.some(({ operationId }) => operationId !== null));
  const found = useMemo(() => madeAfterAll(data ?? [], reviews), [data, reviews]);
  return found.length === 0 ? null : <MadeAfterAllNotice found={found} />;
}
