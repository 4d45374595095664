"use client";

import { useEffect, useMemo } from "react";
import { useReviews } from "@/lib/queries/reviews";
import { duplicatesOf } from "./duplicates";
import type { MadeReview } from "./what-became";

/** A new review may be missing in lists for a while, and so may its duplicate. */
const LOOK_AGAIN_AFTER_MS = [5_000, 20_000, 60_000];

/** How many reviews bear the mark of what was just made, besides it. Looks for a minute; deletes nothing. */
export function useDuplicates(made: readonly MadeReview[]): number {
  const { data, refetch } = useReviews();
  useEffect(() => {
    const timers = LOOK_AGAIN_AFTER_MS.map((after) => setTimeout(() => void refetch(), after));
    return () => {
      for (const timer of timers) clearTimeout(timer);
    };
  }, [refetch]);
  return useMemo(() => duplicatesOf(data ?? [], made).length, [data, made]);
}
