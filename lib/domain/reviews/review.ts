import type { Days, Instant, IsoDate } from "../time";
import type { UnknownWord } from "./known-word";
import type { ReviewStatus } from "./review-status";

/** Whose access to what is reviewed: https://learn.microsoft.com/graph/accessreviews-scope-concept */
export type ReviewScope =
  | {
      readonly kind: "group";
      readonly groupId: string;
      readonly guestsOnly: boolean;
      /** Only users without a sign-in for this many days; null: everybody. */
      readonly inactiveDays: Days | null;
      /** Who is in it only through a group inside it is not reviewed. */
      readonly directOnly?: true;
    }
  /** One instance for each Microsoft 365 group (or team) with guests; their direct guests. */
  | { readonly kind: "all-groups"; readonly teamsOnly: boolean; readonly inactiveDays: Days | null }
  | { readonly kind: "inactive-over-groups"; readonly inactiveDays: Days }
  /** All users of an application: Graph has no shape for its guests alone. */
  | { readonly kind: "application"; readonly servicePrincipalId: string }
  | { readonly kind: "directory-role"; readonly roleId: string; readonly guestsOnly: boolean }
  /** What this product does not read: packages, Azure roles, and what may come. */
  | { readonly kind: "other"; readonly query: string };

/** Who decides: https://learn.microsoft.com/graph/accessreviews-reviewers-concept */
export type Reviewer =
  | { readonly kind: "person"; readonly userId: string }
  | { readonly kind: "group-members"; readonly groupId: string }
  /** Owners of the group under review, or of the named one. */
  | { readonly kind: "group-owners"; readonly groupId: string | null }
  | { readonly kind: "application-owners" }
  | { readonly kind: "managers" }
  | { readonly kind: "other"; readonly query: string };

export const ITEM_DECISIONS = ["Approve", "Deny", "DontKnow", "NotReviewed"] as const;
export type ItemDecision = (typeof ITEM_DECISIONS)[number];

export const RECOMMENDATIONS = ["Approve", "Deny", "NoInfoAvailable"] as const;
export type Recommendation = (typeof RECOMMENDATIONS)[number];

/** What Entra says became of a decision. */
export const APPLY_RESULTS = [
  "New",
  "AppliedSuccessfully",
  "AppliedWithUnknownFailure",
  "AppliedSuccessfullyButObjectNotFound",
  "ApplyNotSupported",
] as const;
export type ApplyResult = (typeof APPLY_RESULTS)[number];

/** What an item is about access to. */
export const RESOURCE_TYPES = ["Group", "ServicePrincipal", "DirectoryRole"] as const;
export type ResourceType = (typeof RESOURCE_TYPES)[number];

export interface Recurrence {
  readonly every: "week" | "month";
  readonly interval: number;
  /** Only of months; 0 or null where the service says nothing. */
  readonly dayOfMonth: number | null;
  readonly startDate: IsoDate;
  readonly end:
    | { readonly kind: "never" }
    | { readonly kind: "on"; readonly date: IsoDate }
    | { readonly kind: "after"; readonly occurrences: number };
}

export interface ReviewSettings {
  readonly mails: boolean;
  readonly reminders: boolean;
  readonly justificationOnApproval: boolean;
  /** What happens to an item that nobody decided; null: nothing. */
  readonly ifNobodyAnswers: "Deny" | "Approve" | "Recommendation" | null;
  readonly autoApply: boolean;
  readonly applyAction: "remove-access" | "block-then-delete";
  readonly recommendations: boolean;
  readonly lookBackDays: Days | null;
  readonly durationDays: Days;
  /** Null: once. */
  readonly recurrence: Recurrence | null;
}

export interface ReviewStage {
  readonly id: string;
  readonly durationDays: Days;
  readonly reviewers: readonly Reviewer[];
  readonly fallbackReviewers: readonly Reviewer[];
  readonly passesOn: readonly string[];
}

/** A person as a review names them. */
export interface ReviewPerson {
  readonly id: string;
  readonly displayName: string | null;
  readonly userPrincipalName: string | null;
}

/** An access review (accessReviewScheduleDefinition): https://learn.microsoft.com/graph/api/resources/accessreviewscheduledefinition */
export interface Review {
  readonly id: string;
  readonly name: string;
  readonly descriptionForAdmins: string;
  readonly descriptionForReviewers: string;
  readonly createdAt: Instant | null;
  readonly createdBy: ReviewPerson | null;
  readonly status: ReviewStatus;
  readonly scope: ReviewScope;
  /** None: people review themselves. */
  readonly reviewers: readonly Reviewer[];
  readonly fallbackReviewers: readonly Reviewer[];
  readonly stages: readonly ReviewStage[];
  readonly settings: ReviewSettings;
  /** The operation of ours that created it, read from the marker in the description; null when somebody else did. */
  readonly operationId: string | null;
  /** The whole object as Graph gave it: PUT needs all of it back. */
  readonly asGiven: Readonly<Record<string, unknown>>;
}

/** One occurrence of a review, over one resource or all of them. */
export interface ReviewInstance {
  readonly id: string;
  readonly reviewId: string;
  readonly status: ReviewStatus;
  readonly startsAt: Instant | null;
  readonly endsAt: Instant | null;
  readonly scope: ReviewScope;
  readonly reviewers: readonly Reviewer[];
  readonly fallbackReviewers: readonly Reviewer[];
}

/** One person's access to one resource, to be decided (accessReviewInstanceDecisionItem). */
export interface ReviewItem {
  readonly id: string;
  readonly reviewId: string;
  readonly instanceId: string;
  readonly principal: ReviewPerson;
  readonly resource: {
    readonly id: string;
    readonly displayName: string | null;
    readonly type: ResourceType | UnknownWord | null;
  } | null;
  readonly decision: ItemDecision | UnknownWord;
  readonly recommendation: Recommendation | UnknownWord | null;
  readonly justification: string | null;
  readonly reviewedBy: ReviewPerson | null;
  readonly reviewedAt: Instant | null;
  readonly appliedBy: ReviewPerson | null;
  readonly appliedAt: Instant | null;
  readonly applyResult: ApplyResult | UnknownWord;
  /** The sign-in behind the recommendation; undefined where the service did not say. */
  readonly lastSignIn: Instant | null | undefined;
}
