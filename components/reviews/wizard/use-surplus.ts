"use client";

import { useEffect, useRef } from "react";
import { useRunIntents } from "@/lib/commands/intents/use-run-intents";
import { useReviews } from "@/lib/queries/reviews";
import { planToDelete, surplusOf } from "./surplus";
import type { MadeReview } from "./what-became";

/** A new review may be missing in lists for a while, and so may its double. */
const LOOK_AGAIN_AFTER_MS = [5_000, 20_000, 60_000];

const REASON = "One request made this review twice; what was planned is one.";

/** What became of the doubles of what was just made. */
export interface Doubles {
  readonly found: number;
  /** Null while they are being deleted. */
  readonly deleted: number | null;
}

/**
 * Looks whether a request made more than the one review that it was to make, and deletes what is too many: recorded
 * first, like any act. Null while nothing is too many.
 */
export function useSurplus(made: readonly MadeReview[]): Doubles | null {
  const reviews = useReviews();
  const { refetch } = reviews;
  const deletion = useRunIntents();
  const begun = useRef(false);
  useEffect(() => {
    const timers = LOOK_AGAIN_AFTER_MS.map((after) => setTimeout(() => void refetch(), after));
    return () => {
      for (const timer of timers) clearTimeout(timer);
    };
  }, [refetch]);
  useEffect(() => {
    const surplus = surplusOf(reviews.data ?? [], made);
    if (surplus.length === 0 || begun.current) return;
    begun.current = true;
    deletion.run(planToDelete(surplus, { reason: REASON, mintId: () => crypto.randomUUID() }));
  }, [reviews.data, made, deletion]);
  const { snapshot } = deletion;
  if (snapshot === null) return null;
  const settled = snapshot.result?.settled;
  return {
    found: snapshot.total,
    deleted: settled?.filter(({ outcome }) => isGone(outcome?.result)).length ?? null,
  };
}

const isGone = (result: string | undefined) => result === "done" || result === "already-so";
