"use client";

import { useCallback, useMemo } from "react";
import type { Reviewer, ReviewScope } from "@/lib/domain/reviews/review";
import { useNames } from "@/lib/queries/people";
import { namedIn, type NameOf } from "@/lib/domain/reviews/scope-labels";

/** The names of all that these scopes and reviewers have only the ids of; null while, or where, there is none. */
export function useReviewNames(
  scopes: readonly ReviewScope[],
  reviewers: readonly Reviewer[],
): NameOf {
  const things = useMemo(() => namedIn(scopes, reviewers), [scopes, reviewers]);
  const { data } = useNames(things);
  return useCallback((id) => data?.get(id) ?? null, [data]);
}
