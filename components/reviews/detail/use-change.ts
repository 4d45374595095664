"use client";

import { useState } from "react";
import { sayToast } from "@/components/ui/toast";
import type { ReviewCommandDraft } from "@/lib/contract/drafts";
import { type ChangeDraft, changeIn, draftFrom, rebased } from "@/lib/domain/reviews/change-draft";
import type { Review } from "@/lib/domain/reviews/review";
import { useReview } from "@/lib/queries/reviews";

interface Seen {
  readonly review: Review;
  readonly before: ChangeDraft;
  /** As it was before someone else changed it; null as far as nobody has. */
  readonly earlier: ChangeDraft | null;
}

/**
 * What somebody wants to change of a review, against the review as they saw it: what is read in the background does
 * not move it below their hands, and is taken in only when they look again.
 */
export function useChange(review: Review, stored: ReviewCommandDraft["change"]) {
  const { refetch } = useReview(review.id);
  const [seen, setSeen] = useState<Seen>(() => {
    const before = draftFrom(review);
    const isOther = stored !== null && changeIn(stored.before, before) !== null;
    return { review, before, earlier: isOther ? stored.before : null };
  });
  const [draft, setDraft] = useState(() =>
    stored === null ? seen.before : rebased(stored.before, stored.draft, seen.before),
  );
  const lookAgain = async () => {
    const { data, isError } = await refetch();
    if (isError || data === undefined) {
      const body = "Nothing was changed. Try again in a moment.";
      sayToast({ intent: "warning", title: "The review could not be read", body });
      return false;
    }
    const before = draftFrom(data);
    setDraft((current) => rebased(seen.before, current, before));
    setSeen({ review: data, before, earlier: seen.before });
    return true;
  };
  return {
    plannedFrom: seen.review,
    before: seen.before,
    earlier: seen.earlier,
    draft,
    set: (next: Partial<ChangeDraft>) => {
      setDraft((now) => ({ ...now, ...next }));
    },
    lookAgain,
  };
}
