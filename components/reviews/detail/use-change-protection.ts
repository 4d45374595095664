import { useMemo } from "react";
import {
  ANYBODY_MAY_LOSE,
  draftForProtection,
  takesLonger,
  takesMore,
} from "@/lib/domain/reviews/change-protection";
import type { ReviewChange } from "@/lib/domain/reviews/change-settings";
import type { ReviewDraft } from "@/lib/domain/reviews/draft";
import { exceptionsOf } from "@/lib/domain/reviews/exceptions";
import type { PreflightProblem } from "@/lib/domain/reviews/preflight";
import type { Review } from "@/lib/domain/reviews/review";
import { catchAllDraft } from "@/lib/domain/reviews/catch-all";
import { usePreflight } from "@/lib/queries/review-preflight";
import { useException } from "@/components/plan/exception-field";

const NONE: readonly PreflightProblem[] = [];
const ANYBODY = [ANYBODY_MAY_LOSE];

/** A draft about nobody: nothing is read for it. */
const NOBODY: ReviewDraft = {
  ...catchAllDraft("", ""),
  scope: { kind: "groups", groupIds: [], inactiveDays: null },
};

/**
 * What stands against a change by which a review takes access from protected accounts by itself, or does so for longer, as
 * at its creation: it is made only with an exception, and why.
 */
export function useChangeProtection(review: Review, change: ReviewChange | null) {
  const { autoApply, ifNobodyAnswers, applyAction, lookBackDays } = {
    ...review.settings,
    ...change?.consequence,
  };
  const after = { autoApply, ifNobodyAnswers, applyAction, lookBackDays };
  const matters =
    takesMore(review.settings, after) ||
    takesLonger(review.settings.recurrence, after, change?.end);
  const draft = useMemo(
    () =>
      matters
        ? draftForProtection(review, { autoApply, ifNobodyAnswers, applyAction, lookBackDays })
        : NOBODY,
    [matters, review, autoApply, ifNobodyAnswers, applyAction, lookBackDays],
  );
  const checked = usePreflight(draft ?? NOBODY);
  const exceptions = !matters ? NONE : draft === null ? ANYBODY : exceptionsOf(checked, draft);
  const exception = useException(exceptions);
  const isBeingRead = matters && draft !== null && checked.found === null && checked.error === null;
  const [first] = exceptions;
  return {
    exception,
    notYet: isBeingRead
      ? "Who may lose access is still being checked."
      : first !== undefined && !exception.isGiven
        ? `Solve this first: ${first.says}`
        : null,
    retry: checked.retry,
  };
}
