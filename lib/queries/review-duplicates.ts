"use client";

import { useEffect, useMemo } from "react";
import { duplicatesOf } from "@/lib/domain/reviews/duplicate-reviews";
import { useReviews } from "./reviews";

/** A new review may be missing in lists for a while, and so may its duplicate. */
const READ_AGAIN_AFTER_MS = [5_000, 20_000, 60_000];

/** How many reviews bear the mark of what was just created, besides it. Reads for a minute; deletes nothing. */
export function useDuplicates(
  created: readonly { readonly operationId: string; readonly id: string }[],
): number {
  const { data, refetch } = useReviews();
  useEffect(() => {
    const timers = READ_AGAIN_AFTER_MS.map((after) => setTimeout(() => void refetch(), after));
    return () => {
      for (const timer of timers) clearTimeout(timer);
    };
  }, [refetch]);
  return useMemo(() => duplicatesOf(data ?? [], created).length, [data, created]);
}
