import { describe, expect, test } from "vitest";
import type { Recurrence, Review, Reviewer } from "./review";
import { type ChangeDraft, changeIn, draftFrom, endOf, rebased } from "./change-draft";

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

describe("a review that was read again", () => {
  const now = { ...before, reminders: false, durations: [21] };

  test("is as it is now, but for what somebody edited", () => {
    const edited = { ...before, mails: false };
    expect(rebased(before, edited, now)).toEqual({ ...now, mails: false });
  });

  test("is changed as it was edited where both changed the same", () => {
    expect(rebased(before, { ...before, durations: [7] }, now).durations).toEqual([7]);
  });

  test("has its end as a whole: a day of one and a kind of another make no end", () => {
    const edited = { ...before, endKind: "after", occurrences: 3 } as const;
    const ended = { ...now, endKind: "on", endDate: "2027-05-05" } as const;
    expect(endOf(rebased(before, edited, ended))).toEqual({ kind: "after", occurrences: 3 });
  });
});
