import type { ReviewDraft } from "../draft";

export const ADA = "10000000-0000-4000-8000-00000000000a";
export const BEN = "10000000-0000-4000-8000-00000000000b";
export const GROUP = "20000000-0000-4000-8000-000000000001";
export const OTHER_GROUP = "20000000-0000-4000-8000-000000000002";
export const APPLICATION = "30000000-0000-4000-8000-000000000001";
export const TODAY = "2026-11-20";

/** A quarterly review of one group's guests by its owners; what differs is given. */
export function someDraft(
  overrides: Partial<Omit<ReviewDraft, "schedule" | "consequence">> & {
    readonly schedule?: Partial<ReviewDraft["schedule"]>;
    readonly consequence?: Partial<ReviewDraft["consequence"]>;
  } = {},
): ReviewDraft {
  return {
    name: "Partners each quarter",
    descriptionForAdmins: "Guest access of the quarter.",
    descriptionForReviewers: "Who still works with us?",
    scope: { kind: "groups", groupIds: [GROUP], inactiveDays: null },
    stages: [{ reviewers: { kind: "owners" }, fallbackIds: [], durationDays: 14 }],
    ...overrides,
    schedule: {
      frequency: "quarterly",
      startDate: TODAY,
      end: { kind: "never" },
      ...overrides.schedule,
    },
    consequence: {
      ifNobodyAnswers: "Deny",
      autoApply: true,
      applyAction: "remove-access",
      justificationOnApproval: true,
      mails: true,
      reminders: true,
      recommendations: true,
      lookBackDays: null,
      ...overrides.consequence,
    },
  };
}
