// What a review is made to do, as it was understood when it was created.
// https://learn.microsoft.com/graph/api/resources/accessreviewscheduledefinition

/** What the principals of a review have access to. */
export type ReviewedResources =
  | { kind: "group"; groupId: string }
  /** One instance for each Microsoft 365 group that has somebody to review. */
  | { kind: "each-unified-group"; teamsOnly: boolean }
  /** One instance over every group. */
  | { kind: "all-groups" }
  | { kind: "application"; servicePrincipalId: string }
  | { kind: "role"; templateId: string };

export interface ReviewScope {
  resources: ReviewedResources;
  guestsOnly: boolean;
  /** Includes only users who have not signed in for this many days. Null: everybody. */
  inactiveDays: number | null;
}

/** Where reviewers come from: https://learn.microsoft.com/graph/accessreviews-reviewers-concept */
export type ReviewerSource =
  | { kind: "user"; userId: string }
  | { kind: "group-members"; groupId: string }
  | { kind: "group-owners"; groupId: string }
  | { kind: "resource-owners" }
  | { kind: "application-owners"; servicePrincipalId: string }
  | { kind: "manager" };

/** Who is asked; nobody named means that everybody reviews themselves. */
export interface Panel {
  reviewers: readonly ReviewerSource[];
  fallback: readonly ReviewerSource[];
}

/** How Graph was told who is asked, which is how it says it again. */
interface PanelAsRequested {
  reviewers: readonly unknown[];
  fallbackReviewers: readonly unknown[];
}

export type StageVerdict = "Approve" | "Deny" | "DontKnow" | "NotReviewed" | "Recommendation";

export interface StagePlan extends Panel {
  stageId: string;
  days: number;
  asRequested: PanelAsRequested;
  /** Everything goes on to the next stage when null. */
  goesOn: readonly StageVerdict[] | null;
}

export interface Schedule {
  /** The first day, 00:00 UTC; at once when null. */
  from: number | null;
  /** Once when null. */
  every: { unit: "week" | "month"; interval: number; dayOfMonth: number } | null;
  /** The last day on which one may start. */
  until: number | null;
  count: number | null;
}

export interface ReviewPlan extends Panel {
  scope: ReviewScope;
  stages: readonly StagePlan[];
  days: number;
  schedule: Schedule;
  autoApply: boolean;
  defaultDecision: "Approve" | "Deny" | "Recommendation" | null;
  justifiesApproval: boolean;
  recommends: boolean;
  lookBackDays: number;
  /** Denied people are blocked at once and deleted 30 days later, instead of losing this access. */
  blocksThenDeletes: boolean;
}
