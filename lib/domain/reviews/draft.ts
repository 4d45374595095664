import type { Days } from "../time";
import type { IsoDate } from "../time";

/** Whose access the wizard is to review. Several groups are as many reviews: Graph has one group to a review. */
export type DraftScope =
  | { readonly kind: "all-groups"; readonly teamsOnly: boolean }
  | {
      readonly kind: "groups";
      readonly groupIds: readonly string[];
      readonly inactiveDays: Days | null;
    }
  | { readonly kind: "inactive-over-groups"; readonly inactiveDays: Days }
  | { readonly kind: "application"; readonly servicePrincipalId: string };

export type DraftReviewers =
  | { readonly kind: "owners" }
  | { readonly kind: "people"; readonly userIds: readonly string[] }
  | { readonly kind: "managers" }
  | { readonly kind: "self" };

export interface DraftStage {
  readonly reviewers: DraftReviewers;
  readonly fallbackIds: readonly string[];
  readonly durationDays: Days;
}

export const FREQUENCIES = [
  "once",
  "weekly",
  "monthly",
  "quarterly",
  "half-yearly",
  "yearly",
] as const;

export type Frequency = (typeof FREQUENCIES)[number];

/** A review as the wizard has it; names and ids only, nothing that needs the directory to be understood. */
export interface ReviewDraft {
  readonly name: string;
  readonly descriptionForAdmins: string;
  readonly descriptionForReviewers: string;
  readonly scope: DraftScope;
  /** One stage: an ordinary review. At most three. */
  readonly stages: readonly DraftStage[];
  readonly schedule: {
    readonly frequency: Frequency;
    readonly startDate: IsoDate;
    readonly end:
      | { readonly kind: "never" }
      | { readonly kind: "on"; readonly date: IsoDate }
      | { readonly kind: "after"; readonly occurrences: number };
  };
  readonly consequence: {
    readonly ifNobodyAnswers: "Deny" | "Approve" | "Recommendation" | null;
    readonly autoApply: boolean;
    readonly applyAction: "remove-access" | "block-then-delete";
    readonly justificationOnApproval: boolean;
    readonly mails: boolean;
    readonly reminders: boolean;
    readonly recommendations: boolean;
    readonly lookBackDays: Days | null;
  };
}
