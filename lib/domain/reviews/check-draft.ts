import { checkConsequence } from "./check-consequence";
import { checkReviewers } from "./check-reviewers";
import { checkSchedule } from "./check-schedule";
import { checkScope } from "./check-scope";
import type { ReviewDraft } from "./draft";
import type { DraftProblem } from "./draft-problem";
import type { IsoDate } from "../time";

export type { DraftProblem } from "./draft-problem";

/**
 * Every rule that a draft breaks, at its field, in the order of the steps. Without the directory's user ids, no reviewer
 * is reported as unknown.
 */
export function checkDraft(
  draft: ReviewDraft,
  today: IsoDate,
  knownUserIds: ReadonlySet<string> | null = null,
): readonly DraftProblem[] {
  return [
    ...checkScope(draft),
    ...checkReviewers(draft, knownUserIds),
    ...checkSchedule(draft, today),
    ...checkConsequence(draft),
  ];
}
