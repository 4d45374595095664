import type { ReviewDraft } from "./draft";
import type { PreflightProblem } from "./preflight-facts";
import { startOfOccurrence } from "./recurrence";
import type { Recurrence, Review, ReviewSettings } from "./review";
import { LOOK_BACK_DAYS, removesAccessAutomatically } from "./who-loses-access";

/** What a change may set of whether a review takes access by itself, what it takes, and from whom. */
export type TakesAccess = Pick<
  ReviewSettings,
  "autoApply" | "ifNobodyAnswers" | "applyAction" | "lookBackDays"
>;

/**
 * Whether a change makes a review remove access automatically, remove more of it, or from more people: by deleting
 * accounts, by denying unanswered items where sign-ins decided before, or by fewer days without a sign-in.
 */
export function takesMore(before: TakesAccess, after: TakesAccess): boolean {
  if (!removesAccessAutomatically(after)) return false;
  if (!removesAccessAutomatically(before)) return true;
  if (after.applyAction === "block-then-delete" && before.applyAction === "remove-access")
    return true;
  if (after.ifNobodyAnswers === "Deny") return before.ifNobodyAnswers !== "Deny";
  if (before.ifNobodyAnswers === "Deny") return false;
  return (after.lookBackDays ?? LOOK_BACK_DAYS) < (before.lookBackDays ?? LOOK_BACK_DAYS);
}

/**
 * Whether a review that removes access automatically runs longer: its later instances affect the members of that time.
 */
export function takesLonger(
  recurrence: Recurrence | null,
  after: Pick<TakesAccess, "autoApply" | "ifNobodyAnswers">,
  end: Recurrence["end"] | undefined,
): boolean {
  if (recurrence === null || end === undefined || !removesAccessAutomatically(after)) return false;
  return lastsLonger(recurrence, end);
}

function lastsLonger(recurrence: Recurrence, end: Recurrence["end"]): boolean {
  const before = recurrence.end;
  if (before.kind === "never") return false;
  if (end.kind === "never") return true;
  if (before.kind === "after") {
    return startOfOccurrence({ ...recurrence, end }, before.occurrences) !== null;
  }
  if (end.kind === "on") return end.date > before.date;
  return startOfOccurrence(recurrence, end.occurrences - 1) === null;
}

/**
 * A changed review as a draft, for looking who may lose access by it: its words, reviewers and days are not in it. Null
 * where no draft has its scope. Inactivity is left out: who signs in today may be inactive when a later instance begins.
 */
export function draftForProtection(review: Review, after: TakesAccess): ReviewDraft | null {
  const scope = draftScopeOf(review.scope);
  if (scope === null) return null;
  const { mails, reminders, recommendations, justificationOnApproval } = review.settings;
  const { autoApply, ifNobodyAnswers, applyAction, lookBackDays } = after;
  return {
    name: review.name,
    descriptionForAdmins: "",
    descriptionForReviewers: "",
    scope,
    stages: [],
    schedule: { frequency: "once", startDate: "", end: { kind: "never" } },
    consequence: {
      ...{ mails, reminders, recommendations, justificationOnApproval },
      ...{ autoApply, ifNobodyAnswers, applyAction, lookBackDays },
    },
  };
}

function draftScopeOf(scope: Review["scope"]): ReviewDraft["scope"] | null {
  switch (scope.kind) {
    case "group":
      return scope.guestsOnly
        ? { kind: "groups", groupIds: [scope.groupId], inactiveDays: null }
        : null;
    case "all-groups":
      return { kind: "all-groups", teamsOnly: scope.teamsOnly };
    case "inactive-over-groups":
      return { kind: "all-groups", teamsOnly: false };
    case "application":
      return { kind: "application", servicePrincipalId: scope.servicePrincipalId };
    case "directory-role":
    case "other":
      return null;
  }
}

/** The problem where no draft can express the review's scope: it may include members or role holders. */
export const ANYBODY_MAY_LOSE: PreflightProblem = {
  id: "scope-not-checked",
  blocks: true,
  exception: true,
  says: "Not only guests are reviewed, or it is not read who is: protected accounts may lose access if nobody answers.",
  groupIds: [],
};
