const query = "#microsoft.graph.accessReviewQueryScope";
const asks = (text: string) => ({ query: text, queryType: "MicrosoftGraph" });

/** Everybody whose user id this is. */
export const person = (userId: string) => asks(`/users/${userId}`);

/** The owners of whichever group is reviewed. */
export const owners = asks("./owners");

/** The guests of one group, also through groups in it. */
export const guestsOf = (groupId: string) => ({
  scope: {
    "@odata.type": query,
    ...asks(
      `/groups/${groupId}/transitiveMembers/microsoft.graph.user/?$filter=(userType eq 'Guest')`,
    ),
  },
});

/** The guests of every Microsoft 365 group. */
export const guestsOfEachGroup = {
  instanceEnumerationScope: {
    "@odata.type": query,
    ...asks("/groups?$filter=(groupTypes/any(c:c eq 'Unified'))"),
  },
  scope: {
    "@odata.type": query,
    ...asks("./members/microsoft.graph.user/?$filter=(userType eq 'Guest')"),
  },
};

/** Settings that deny unanswered items and apply by themselves; once, or every few months from a day on. */
export function denyAndApply(days: number, every: { months: number; from: string } | null = null) {
  return {
    mailNotificationsEnabled: true,
    reminderNotificationsEnabled: true,
    justificationRequiredOnApproval: true,
    defaultDecisionEnabled: true,
    defaultDecision: "Deny",
    autoApplyDecisionsEnabled: true,
    recommendationsEnabled: true,
    instanceDurationInDays: days,
    recurrence: every && {
      pattern: {
        type: "absoluteMonthly",
        interval: every.months,
        dayOfMonth: Number(every.from.slice(-2)),
      },
      range: { type: "noEnd", startDate: every.from },
    },
  };
}

export interface ReviewOfGroup {
  readonly name: string;
  /** Its name when absent. */
  readonly descriptionForAdmins?: string;
  /** The group whose guests are reviewed. */
  readonly groupId: string;
  /** Ids of the people who decide. */
  readonly reviewerIds: readonly string[];
  /** 14 when absent. */
  readonly days?: number;
  /** How long each stage lasts, in a review of several. */
  readonly stageDays?: readonly number[];
  /** What of the settings is not as usual, in Graph's words. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

/**
 * A review of the guests of one group that is held once and asks for no justification:
 * https://learn.microsoft.com/graph/api/accessreviewset-post-definitions
 */
export function reviewOfGroup(review: ReviewOfGroup): Record<string, unknown> {
  const { name, descriptionForAdmins = name, groupId, stageDays } = review;
  const days = stageDays?.reduce((sum, each) => sum + each, 0) ?? review.days ?? 14;
  const reviewers = review.reviewerIds.map(person);
  return {
    displayName: name,
    descriptionForAdmins,
    descriptionForReviewers: "Who still works with us?",
    ...guestsOf(groupId),
    reviewers,
    ...(stageDays && {
      stageSettings: stageDays.map((durationInDays, index) => ({
        stageId: String(index + 1),
        ...(index > 0 && { dependsOn: [String(index)] }),
        durationInDays,
        recommendationsEnabled: true,
        reviewers,
        decisionsThatWillMoveToNextStage: ["NotReviewed", "Approve"],
      })),
    }),
    settings: {
      ...denyAndApply(days),
      justificationRequiredOnApproval: false,
      ...review.settings,
    },
  };
}
