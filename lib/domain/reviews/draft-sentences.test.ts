import { describe, expect, test } from "vitest";
import type { ReviewDraft } from "@/lib/domain/reviews/draft";
import { draftSentences, startSentence } from "./draft-sentences";
import { SOME_DRAFT } from "@/components/reviews/wizard/testing/some-draft";

const named = (id: string) => (id === "unnamed" ? null : id.charAt(0).toUpperCase() + id.slice(1));
const say = (part: Partial<ReviewDraft>) => draftSentences({ ...SOME_DRAFT, ...part }, named);

describe("a draft in words", () => {
  test("is four sentences for the quarterly review", () => {
    expect(say({})).toEqual({
      scope: "The guests of every Microsoft 365 group, each group on its own.",
      reviewers: "The owners of each group, or Grace where there is none.",
      schedule:
        "Every three months from Dec 1, 2026, open for 14 days each time, with no end date.",
      consequence:
        "Anyone without a decision loses this access. The results are applied automatically when it ends.",
    });
  });

  test.each<[ReviewDraft["scope"], string]>([
    [{ kind: "all-groups", teamsOnly: true }, "The guests of every team, each team on its own."],
    [
      { kind: "groups", groupIds: [], inactiveDays: null },
      "The guests of groups that are not chosen yet.",
    ],
    [{ kind: "groups", groupIds: ["quay"], inactiveDays: null }, "The guests of Quay."],
    [
      { kind: "groups", groupIds: ["quay", "unnamed"], inactiveDays: 1 },
      "The guests of Quay and a group who have not signed in for 1 day, in 2 reviews of one group each.",
    ],
    [
      { kind: "groups", groupIds: ["a", "b", "c", "d", "e"], inactiveDays: null },
      "The guests of A, B, C and 2 more, in 5 reviews of one group each.",
    ],
    [
      { kind: "inactive-over-groups", inactiveDays: 60 },
      "Guests of any group who have not signed in for 60 days.",
    ],
    [
      { kind: "application", servicePrincipalId: "" },
      "All users of an application that is not chosen yet.",
    ],
    [{ kind: "application", servicePrincipalId: "payroll" }, "All users of Payroll."],
  ])("names the scope %j", (scope, words) => {
    expect(say({ scope }).scope).toBe(words);
  });

  test("tells the stages in their order", () => {
    const stages: ReviewDraft["stages"] = [
      { reviewers: { kind: "self" }, fallbackIds: [], durationDays: 3 },
      { reviewers: { kind: "managers" }, fallbackIds: ["grace"], durationDays: 4 },
      { reviewers: { kind: "people", userIds: ["ben"] }, fallbackIds: [], durationDays: 1 },
    ];
    expect(say({ stages }).reviewers).toBe(
      "First the guests themselves; then each guest's manager, or Grace where there is none; then Ben.",
    );
    expect(say({ stages }).schedule).toContain("open for 8 days");
  });

  test.each<[ReviewDraft["schedule"], string]>([
    [
      { frequency: "once", startDate: "2026-12-01", end: { kind: "never" } },
      "Once from Dec 1, 2026, open for 14 days.",
    ],
    [
      { frequency: "weekly", startDate: "", end: { kind: "after", occurrences: 4 } },
      "Every week from a day that is not chosen yet, open for 14 days each time, 4 times.",
    ],
    [
      { frequency: "yearly", startDate: "2026-12-01", end: { kind: "on", date: "2028-12-31" } },
      "Every year from Dec 1, 2026, open for 14 days each time, until Dec 31, 2028.",
    ],
  ])("says when: %j", (schedule, words) => {
    expect(say({ schedule }).schedule).toBe(words);
  });

  test("says that nothing happens by itself where nothing is applied", () => {
    const { consequence } = say({
      consequence: {
        ...SOME_DRAFT.consequence,
        ifNobodyAnswers: null,
        autoApply: false,
        applyAction: "block-then-delete",
      },
    });
    expect(consequence).toBe(
      "Anyone without a decision keeps this access: nothing is decided for them. Anyone who is denied is blocked for 30 days, then deleted. Nothing changes until someone applies the results.",
    );
  });
});

test.each([
  ["2026-12-01", true, "Starts today. Reviewers get their mail within minutes."],
  ["2026-11-30", true, "Starts on Dec 1, 2026. Reviewers get their mail then."],
  ["2026-12-01", false, "Starts today. Reviewers get no mail."],
])("created on %s with mails %s: %s", (today, mails, words) => {
  const draft = { ...SOME_DRAFT, consequence: { ...SOME_DRAFT.consequence, mails } };
  expect(startSentence(draft, today)).toBe(words);
});
