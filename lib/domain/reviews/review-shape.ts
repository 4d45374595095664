import type { ReviewStatus } from "./review-status";
import type { Days } from "../time";
import type { ReviewDraft } from "./draft";
import { recurrenceOf } from "./recurrence";
import type { Recurrence, Review, Reviewer, ReviewScope } from "./review";

/** What standards and prices ask of a review, whether it exists or is only drafted; null where that is unknown. */
export interface ReviewShape {
  /** Null for a draft, which does not run yet. */
  readonly status: ReviewStatus | null;
  readonly guestsOnly: boolean | null;
  readonly inactiveDays: Days | null;
  readonly mails: boolean;
  readonly reminders: boolean;
  readonly justificationOnApproval: boolean;
  readonly autoApply: boolean;
  readonly ifNobodyAnswers: ReviewDraft["consequence"]["ifNobodyAnswers"];
  readonly durationDays: Days | null;
  /** Null: it happens once. */
  readonly recurrence: Recurrence | null;
  /** Whether guests decide about themselves in any of its stages. */
  readonly selfReviewed: boolean | null;
  /** Recommendations from how people stand to each other in the organization, which are billed. */
  readonly comparesPeers: boolean;
}

/** The shape of a draft or of a review as it was read. */
export function shapeOf(subject: ReviewDraft | Review): ReviewShape {
  return "settings" in subject ? shapeOfReview(subject) : shapeOfDraft(subject);
}

function shapeOfDraft({ scope, stages, schedule, consequence }: ReviewDraft): ReviewShape {
  const { mails, reminders, justificationOnApproval, autoApply, ifNobodyAnswers } = consequence;
  return {
    status: null,
    guestsOnly: scope.kind !== "application",
    inactiveDays: "inactiveDays" in scope ? scope.inactiveDays : null,
    ...{ mails, reminders, justificationOnApproval, autoApply, ifNobodyAnswers },
    durationDays: stages.reduce((sum, { durationDays }) => sum + durationDays, 0),
    recurrence: recurrenceOf(schedule),
    selfReviewed: stages.some(({ reviewers }) => reviewers.kind === "self"),
    comparesPeers: false,
  };
}

function shapeOfReview({
  status,
  scope,
  stages,
  reviewers,
  settings,
  asGiven,
}: Review): ReviewShape {
  const { mails, reminders, justificationOnApproval, autoApply, ifNobodyAnswers } = settings;
  const panels = stages.length > 0 ? stages.map((stage) => stage.reviewers) : [reviewers];
  const durations = stages.length > 0 ? stages : [settings];
  const days = durations.reduce((sum, { durationDays }) => sum + durationDays, 0);
  return {
    status,
    guestsOnly: isGuestsOnly(scope),
    inactiveDays: "inactiveDays" in scope ? scope.inactiveDays : null,
    ...{ mails, reminders, justificationOnApproval, autoApply, ifNobodyAnswers },
    durationDays: days > 0 ? days : null,
    recurrence: settings.recurrence,
    selfReviewed: isSelfReviewed(panels),
    comparesPeers: JSON.stringify(asGiven).includes("groupPeerOutlierRecommendation"),
  };
}

function isGuestsOnly(scope: ReviewScope): boolean | null {
  switch (scope.kind) {
    case "group":
    case "directory-role":
      return scope.guestsOnly;
    case "all-groups":
    case "inactive-over-groups":
      return true;
    case "application":
      return false;
    case "other":
      return null;
  }
}

/** Nobody named means that people review themselves; unknown when the reviewer query is not one we parse. */
function isSelfReviewed(panels: readonly (readonly Reviewer[])[]): boolean | null {
  if (panels.some((panel) => panel.length === 0)) return true;
  return panels.flat().some(({ kind }) => kind === "other") ? null : false;
}
