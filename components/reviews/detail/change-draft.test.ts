import { describe, expect, test } from "vitest";
import type { Recurrence, Review, Reviewer } from "@/lib/domain/reviews/review";
import { type ChangeDraft, changeIn, draftFrom } from "./change-draft";

const recurrence: Recurrence = {
  every: "month",
  interval: 3,
  dayOfMonth: 20,
  startDate: "2026-11-20",
  end: { kind: "never" },
};

const person = (userId: string): Reviewer => ({ kind: "person", userId });

const review = (change: Partial<Review> = {}) =>
  ({
    reviewers: [person("olga")],
    stages: [],
    settings: {
      mails: true,
      reminders: true,
      justificationOnApproval: true,
      ifNobodyAnswers: "Deny",
      autoApply: true,
      durationDays: 14,
      recurrence,
    },
    ...change,
  }) as unknown as Review;

const before = draftFrom(review());
const changed = (change: Partial<ChangeDraft>) => changeIn(before, { ...before, ...change });

describe("what differs", () => {
  test("is nothing at first", () => {
    expect(changed({})).toBeNull();
  });

  test.each<[string, Partial<ChangeDraft>, object]>([
    ["another duration", { durations: [7] }, { durationsDays: [7] }],
    [
      "an end",
      { endKind: "on", endDate: "2027-01-01" },
      { end: { kind: "on", date: "2027-01-01" } },
    ],
    [
      "another default, and nothing else of the consequence",
      { ifNobodyAnswers: null },
      { consequence: { ifNobodyAnswers: null } },
    ],
    ["no mails", { mails: false }, { consequence: { mails: false } }],
    ["other people", { reviewerIds: ["uma"] }, { reviewerIds: ["uma"] }],
  ])("%s", (_title, change, expected) => {
    expect(changed(change)).toEqual(expected);
  });

  test("a day that does not count is no change", () => {
    expect(changed({ endDate: "2030-01-01", occurrences: 9 })).toBeNull();
  });
});

describe("a draft", () => {
  test("has a duration for each stage, and no reviewers to exchange there", () => {
    const stages = [{ durationDays: 5 }, { durationDays: 9 }] as unknown as Review["stages"];
    const draft = draftFrom(review({ stages, reviewers: [] }));
    expect(draft.durations).toEqual([5, 9]);
    expect(draft.reviewerIds).toBeNull();
  });

  test("cannot exchange owners", () => {
    expect(
      draftFrom(review({ reviewers: [{ kind: "group-owners", groupId: null }] })).reviewerIds,
    ).toBeNull();
  });
});
