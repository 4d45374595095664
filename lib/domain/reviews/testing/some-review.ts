import type { Review } from "../review";
import { GROUP, TODAY } from "./some-draft";

/** A running quarterly review of one group by its owners; what differs is given. */
export function someReview(
  overrides: Partial<Omit<Review, "settings">> & {
    readonly settings?: Partial<Review["settings"]>;
  } = {},
): Review {
  return {
    id: "40000000-0000-4000-8000-000000000001",
    name: "Partners each quarter",
    descriptionForAdmins: "",
    descriptionForReviewers: "",
    createdAt: null,
    createdBy: null,
    status: "InProgress",
    scope: { kind: "group", groupId: GROUP, guestsOnly: true, inactiveDays: null },
    reviewers: [{ kind: "group-owners", groupId: GROUP }],
    fallbackReviewers: [],
    stages: [],
    operationId: null,
    asGiven: {},
    ...overrides,
    settings: {
      mails: true,
      reminders: true,
      justificationOnApproval: true,
      ifNobodyAnswers: "Deny",
      autoApply: true,
      applyAction: "remove-access",
      recommendations: true,
      lookBackDays: null,
      durationDays: 14,
      recurrence: {
        every: "month",
        interval: 3,
        dayOfMonth: 20,
        startDate: TODAY,
        end: { kind: "never" },
      },
      ...overrides.settings,
    },
  };
}
