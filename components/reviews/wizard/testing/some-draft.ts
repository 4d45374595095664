import { someDraft } from "@/lib/domain/reviews/testing/some-draft";

/** A draft that nothing is wrong with; a test changes what it is about. */
export const SOME_DRAFT = someDraft({
  name: "Quarterly guest review",
  descriptionForAdmins: "Agreed with the owners",
  descriptionForReviewers: "Does this guest still need access?",
  scope: { kind: "all-groups", teamsOnly: false },
  stages: [{ reviewers: { kind: "owners" }, fallbackIds: ["grace"], durationDays: 14 }],
  schedule: { frequency: "quarterly", startDate: "2026-12-01", end: { kind: "never" } },
});
