import { describe, expect, test } from "vitest";
import type { ReviewDraft } from "@/lib/domain/reviews/draft";
import { someDraft } from "@/lib/domain/reviews/testing/some-draft";
import { catchAllPlanDraft, guestPlanDraft, newReviewDraft, reviewCommandDraft } from "./drafts";

const DRAFT = someDraft();
const newReview = (draft: unknown) => ({ source: "quarterly-deny", draft });

/** What a person left in a form comes back, right or wrong; what is no such form does not. */
describe("A review that is not created yet", () => {
  test.each<[string, Partial<ReviewDraft>]>([
    ["as it was", {}],
    ["over several groups", { scope: { kind: "groups", groupIds: ["a", "b"], inactiveDays: 30 } }],
    ["over no application yet", { scope: { kind: "application", servicePrincipalId: "" } }],
    ["of the inactive", { scope: { kind: "inactive-over-groups", inactiveDays: 0 } }],
    [
      "without a start",
      { schedule: { frequency: "once", startDate: "", end: { kind: "after", occurrences: 0 } } },
    ],
    [
      "in stages",
      {
        stages: [
          { reviewers: { kind: "self" }, fallbackIds: [], durationDays: 3 },
          { reviewers: { kind: "people", userIds: ["grace"] }, fallbackIds: [], durationDays: 0 },
        ],
      },
    ],
    [
      "that does nothing without an answer",
      { consequence: { ...DRAFT.consequence, ifNobodyAnswers: null, lookBackDays: 60 } },
    ],
    ["without any text", { name: "", descriptionForAdmins: "", descriptionForReviewers: "" }],
  ])("comes back %s", (_, part) => {
    const draft = { ...DRAFT, ...part };
    expect(newReviewDraft.parse(newReview(draft))).toEqual({
      ...newReview(draft),
      ...{ reason: null, exception: null },
    });
  });

  test("comes back from the consent page with the reason and the exception that were typed", () => {
    const stored = {
      ...newReview(DRAFT),
      ...{ reason: "CIS", exception: { to: "protected 1", text: "The account was given up" } },
    };
    expect(newReviewDraft.parse(stored)).toEqual(stored);
  });

  test.each<[string, unknown]>([
    ["without a name", newReview({ ...DRAFT, name: undefined })],
    ["with a scope of another version", newReview({ ...DRAFT, scope: { kind: "tenant" } })],
    ["without a stage", newReview({ ...DRAFT, stages: [] })],
    ["with an empty object for a stage", newReview({ ...DRAFT, stages: [{}] })],
    ["with half a schedule", newReview({ ...DRAFT, schedule: { frequency: "once" } })],
    [
      "with an answer that Graph does not know",
      newReview({ ...DRAFT, consequence: { ...DRAFT.consequence, ifNobodyAnswers: "Maybe" } }),
    ],
    ["without its template", { draft: DRAFT }],
  ])("is left alone %s", (_, stored) => {
    expect(newReviewDraft.safeParse(stored).success).toBe(false);
  });
});

describe("An operation on guests", () => {
  const draft = { bar: "Act", kind: "block", ids: ["a", "b"], reason: "left" };

  test("comes back as it was", () => {
    expect(guestPlanDraft.parse(draft)).toEqual(draft);
  });

  test.each<[string, unknown]>([
    ["with an unknown kind", { ...draft, kind: "explode" }],
    ["with ids that are no strings", { ...draft, ids: [1] }],
    ["without a reason", { ...draft, reason: undefined }],
  ])("is left alone %s", (_, stored) => {
    expect(guestPlanDraft.safeParse(stored).success).toBe(false);
  });
});

describe("A command on a review", () => {
  const settings = {
    ...{ durations: [7], endKind: "never", endDate: "", occurrences: 4 },
    ...{ ifNobodyAnswers: "Deny", autoApply: true, mails: true, reminders: false },
    ...{ justificationOnApproval: true, reviewerIds: null },
  };
  const change = { before: { ...settings, durations: [14] }, draft: settings };
  const draft = { reviewId: "r", reason: "Ticket 7", change };

  test("comes back as it was, also with numbers that are no length of time", () => {
    expect(reviewCommandDraft.parse(draft)).toEqual(draft);
    const wrong = { ...draft, change: { ...change, draft: { ...settings, durations: [0] } } };
    expect(reviewCommandDraft.parse(wrong)).toEqual(wrong);
  });

  test.each<[string, object]>([
    ["a length that is no number", { durations: ["7"] }],
    // Four of the ten fields were looked at once: a draft without the others broke the form.
    ["no reviewers", { reviewerIds: undefined }],
    ["an answer that Graph does not know", { ifNobodyAnswers: "Maybe" }],
    ["an end of another version", { endKind: "sometime" }],
  ])("keeps its reason, without a change that has %s", (_, part) => {
    const stored = { ...draft, change: { ...change, draft: { ...settings, ...part } } };
    expect(reviewCommandDraft.parse(stored)).toEqual({ ...draft, change: null });
  });

  test("is left alone without a reason", () => {
    expect(reviewCommandDraft.safeParse({ ...draft, reason: 7 }).success).toBe(false);
  });
});

describe("The plan for the catch-all group", () => {
  const draft = { reason: "Nobody is left out", groupId: null, guestIds: ["ada", "ben"] };

  test.each([
    ["before the group is made", draft],
    ["after it is made", { ...draft, groupId: "group" }],
  ])("comes back %s", (_, stored) => {
    expect(catchAllPlanDraft.parse(stored)).toEqual(stored);
  });

  test.each<[string, unknown]>([
    ["without a reason", { ...draft, reason: 7 }],
    ["with a group that is none", { ...draft, groupId: 7 }],
    ["without guests", { ...draft, guestIds: "ada" }],
  ])("is left alone %s", (_, stored) => {
    expect(catchAllPlanDraft.safeParse(stored).success).toBe(false);
  });
});
