import { isDay } from "../calendar";
import { canChangeReviewers, type ReviewChange } from "./change-settings";
import { FOR_REVIEWERS_MAX } from "./check-scope";
import { NAME_MAX } from "./definition-body";
import { isWhole } from "./draft-problem";
import { recurrenceDays } from "./recurrence";
import type { Review } from "./review";
import type { IsoDate } from "../time";

/** A rule that a change breaks, at the part of the change that breaks it. */
export interface ChangeProblem {
  readonly field: keyof ReviewChange;
  readonly rule: string;
}

const DURATION_MAX = 180;
const LOOK_BACK_MAX = 3_650;

/** Every rule that a change of a review breaks. */
export function checkChange(
  review: Review,
  change: ReviewChange,
  today: IsoDate,
): readonly ChangeProblem[] {
  return [
    ...checkWords(change),
    ...checkReviewers(review, change),
    ...checkDurations(review, change),
    ...checkEnd(review, change, today),
    ...checkConsequence(review, change),
  ];
}

function checkWords({ name, descriptionForReviewers }: ReviewChange): readonly ChangeProblem[] {
  const problems: ChangeProblem[] = [];
  if (name?.trim() === "") problems.push({ field: "name", rule: "A review needs a name." });
  if ((name?.trim().length ?? 0) > NAME_MAX) {
    problems.push({ field: "name", rule: `The name may have at most ${NAME_MAX} characters.` });
  }
  if ((descriptionForReviewers?.trim().length ?? 0) > FOR_REVIEWERS_MAX) {
    const rule = `The mails to reviewers show at most ${FOR_REVIEWERS_MAX} characters.`;
    problems.push({ field: "descriptionForReviewers", rule });
  }
  return problems;
}

function checkReviewers(review: Review, { reviewerIds }: ReviewChange): readonly ChangeProblem[] {
  if (reviewerIds === undefined) return [];
  const field = "reviewerIds";
  if (!canChangeReviewers(review)) {
    const rule = "Reviewers can be exchanged only in a review that names people one by one.";
    return [{ field, rule }];
  }
  return reviewerIds.length > 0 ? [] : [{ field, rule: "Choose at least one person who decides." }];
}

function checkDurations(
  { settings }: Review,
  { durationsDays }: ReviewChange,
): readonly ChangeProblem[] {
  if (durationsDays === undefined) return [];
  const field = "durationsDays";
  if (!durationsDays.every((days) => isWhole(days, 1, DURATION_MAX))) {
    return [{ field, rule: `At least 1 day and at most ${DURATION_MAX} days.` }];
  }
  const days = durationsDays.reduce((sum, each) => sum + each, 0);
  const most = Math.min(recurrenceDays(settings.recurrence) ?? DURATION_MAX, DURATION_MAX);
  if (days <= most) return [];
  return [{ field, rule: `An instance may last at most ${most} days, until the next one begins.` }];
}

function checkEnd(
  { settings }: Review,
  { end }: ReviewChange,
  today: IsoDate,
): readonly ChangeProblem[] {
  if (end === undefined) return [];
  const { recurrence } = settings;
  const field = "end";
  if (recurrence === null) {
    return [{ field, rule: "A review that happens once has no series to end." }];
  }
  switch (end.kind) {
    case "never":
      return [];
    case "after":
      return isWhole(end.occurrences, 1, 9_999) ? [] : [{ field, rule: "At least once." }];
    case "on": {
      if (!isDay(end.date)) {
        return [{ field, rule: "Give the last day on which a review may begin." }];
      }
      if (end.date < recurrence.startDate) {
        return [{ field, rule: "The series may not end before it starts." }];
      }
      return end.date >= today ? [] : [{ field, rule: "The series may not end in the past." }];
    }
  }
}

function checkConsequence(
  { scope, settings }: Review,
  { consequence = {} }: ReviewChange,
): readonly ChangeProblem[] {
  const field = "consequence";
  const { applyAction, ifNobodyAnswers, lookBackDays } = consequence;
  const recommends = consequence.recommendations ?? settings.recommendations;
  const problems: ChangeProblem[] = [];
  const canDelete =
    scope.kind === "inactive-over-groups" || (scope.kind === "group" && scope.guestsOnly);
  if (applyAction === "block-then-delete" && !canDelete) {
    const rule =
      "Only a review of guests alone can block and delete them, and not the one of all Microsoft 365 groups.";
    problems.push({ field, rule });
  }
  if ((ifNobodyAnswers ?? settings.ifNobodyAnswers) === "Recommendation" && !recommends) {
    const rule = "To follow recommendations, a review has to make them: switch them on.";
    problems.push({ field, rule });
  }
  const most = scope.kind === "application" ? 30 : LOOK_BACK_MAX;
  if (lookBackDays !== undefined && lookBackDays !== null && !isWhole(lookBackDays, 1, most)) {
    problems.push({ field, rule: `Look back at least 1 day and at most ${most} days.` });
  }
  return problems;
}
