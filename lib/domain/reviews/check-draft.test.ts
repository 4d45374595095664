import { describe, expect, test } from "vitest";
import { checkDraft } from "./check-draft";
import type { DraftStage } from "./draft";
import { ADA, APPLICATION, BEN, GROUP, someDraft, TODAY } from "./testing/some-draft";
import { REVIEW_TEMPLATES } from "./templates";

type Given = Parameters<typeof someDraft>[0];

const stage = (overrides: Partial<DraftStage> = {}): DraftStage => ({
  reviewers: { kind: "owners" },
  fallbackIds: [],
  durationDays: 7,
  ...overrides,
});

/** "field step" of every broken rule. */
function broken(overrides: Given, known: ReadonlySet<string> | null = null): readonly string[] {
  return checkDraft(someDraft(overrides), TODAY, known).map(
    ({ field, step }) => `${field} ${step}`,
  );
}

test("a right draft breaks no rule", () => {
  expect(checkDraft(someDraft(), TODAY)).toEqual([]);
});

describe("scope", () => {
  test.each<[string, Given, string[]]>([
    ["no name", { name: "  " }, ["name scope"]],
    ["a name of 256 characters", { name: "n".repeat(256) }, []],
    ["a name of 257 characters", { name: "n".repeat(257) }, ["name scope"]],
    ["256 characters for reviewers", { descriptionForReviewers: "x".repeat(256) }, []],
    [
      "257 characters for reviewers",
      { descriptionForReviewers: "x".repeat(257) },
      ["descriptionForReviewers scope"],
    ],
    [
      "a novel for administrators",
      { descriptionForAdmins: "x".repeat(4_001) },
      ["descriptionForAdmins scope"],
    ],
    [
      "no group",
      { scope: { kind: "groups", groupIds: [], inactiveDays: null } },
      ["scope.groupIds scope"],
    ],
    [
      "no application",
      { scope: { kind: "application", servicePrincipalId: "" } },
      ["scope.servicePrincipalId scope"],
    ],
    ["an application", { scope: { kind: "application", servicePrincipalId: APPLICATION } }, []],
    ["inactive for 1 day", { scope: { kind: "inactive-over-groups", inactiveDays: 1 } }, []],
    ["inactive for 730 days", { scope: { kind: "inactive-over-groups", inactiveDays: 730 } }, []],
    ...[0, 731, 1.5, Number.NaN].map((inactiveDays): [string, Given, string[]] => [
      `inactive for ${inactiveDays} days`,
      { scope: { kind: "groups", groupIds: [GROUP], inactiveDays } },
      ["scope.inactiveDays scope"],
    ]),
  ])("%s", (_, input, problems) => {
    expect(broken(input)).toEqual(problems);
  });
});

describe("reviewers", () => {
  const people = (...userIds: string[]): Given => ({
    stages: [stage({ reviewers: { kind: "people", userIds } })],
  });
  const nobody = stage({ reviewers: { kind: "people", userIds: [] } });

  test.each<[string, Given, string[]]>([
    ["no stage", { stages: [] }, ["stages reviewers"]],
    ["three stages", { stages: [stage(), stage(), stage()] }, []],
    ["four stages", { stages: [stage(), stage(), stage(), stage()] }, ["stages reviewers"]],
    ["nobody in the second stage", { stages: [stage(), nobody] }, ["stages.1.reviewers reviewers"]],
    [
      "somebody who stands in for themselves",
      { stages: [stage({ reviewers: { kind: "self" }, fallbackIds: [ADA] })] },
      ["stages.0.fallbackIds reviewers"],
    ],
    ["self-review", { stages: [stage({ reviewers: { kind: "self" } })] }, []],
  ])("%s", (_, input, problems) => {
    expect(broken(input)).toEqual(problems);
  });

  test("who is not in the directory is unknown, as reviewer and as stand-in", () => {
    const known = new Set([ADA]);
    expect(broken(people(ADA), known)).toEqual([]);
    expect(broken(people(ADA, BEN), known)).toEqual(["stages.0.reviewers reviewers"]);
    expect(broken({ stages: [stage({ fallbackIds: [BEN] })] }, known)).toEqual([
      "stages.0.fallbackIds reviewers",
    ]);
  });

  test("without the directory nobody is called unknown", () => {
    expect(broken(people(BEN))).toEqual([]);
  });
});

describe("schedule", () => {
  const weekly = (...days: number[]): Given => ({
    schedule: { frequency: "weekly" },
    stages: days.map((durationDays) => stage({ durationDays })),
  });
  const ofDays = (
    frequency: "once" | "monthly" | "quarterly" | "yearly",
    durationDays: number,
  ): Given => ({ schedule: { frequency }, stages: [stage({ durationDays })] });
  const tooLong = ["stages.0.durationDays schedule"];

  test.each<[string, Given, string[]]>([
    ["today", { schedule: { startDate: TODAY } }, []],
    ["yesterday", { schedule: { startDate: "2026-11-19" } }, ["schedule.startDate schedule"]],
    ["no date", { schedule: { startDate: "" } }, ["schedule.startDate schedule"]],
    ["no such day", { schedule: { startDate: "2027-02-30" } }, ["schedule.startDate schedule"]],
    [
      "an end before the start",
      { schedule: { end: { kind: "on", date: "2026-11-19" } } },
      ["schedule.end schedule"],
    ],
    ["an end on the first day", { schedule: { end: { kind: "on", date: TODAY } } }, []],
    [
      "an end without a date",
      { schedule: { end: { kind: "on", date: "" } } },
      ["schedule.end schedule"],
    ],
    ["once more", { schedule: { end: { kind: "after", occurrences: 1 } } }, []],
    ["never", { schedule: { end: { kind: "after", occurrences: 0 } } }, ["schedule.end schedule"]],
    [
      "half a time",
      { schedule: { end: { kind: "after", occurrences: 0.5 } } },
      ["schedule.end schedule"],
    ],
    [
      "an end of what happens once",
      { schedule: { frequency: "once", end: { kind: "after", occurrences: 2 } } },
      ["schedule.end.kind schedule"],
    ],
    ["seven days in a weekly review", weekly(7), []],
    ["eight days in a weekly review", weekly(8), tooLong],
    ["stages that fill the week", weekly(3, 4), []],
    ["stages longer than the week", weekly(4, 4), ["stages.1.durationDays schedule"]],
    ["28 days in a monthly review", ofDays("monthly", 28), []],
    ["29 days in a monthly review, which February has not", ofDays("monthly", 29), tooLong],
    ["89 days in a quarterly review", ofDays("quarterly", 89), []],
    ["90 days in a quarterly review", ofDays("quarterly", 90), tooLong],
    ["180 days once", ofDays("once", 180), []],
    ["181 days", ofDays("once", 181), tooLong],
    ["181 days in a year", ofDays("yearly", 181), tooLong],
    ["no days", ofDays("once", 0), tooLong],
    ["half a day", ofDays("once", 0.5), tooLong],
  ])("%s", (_, input, problems) => {
    expect(broken(input)).toEqual(problems);
  });

  test("the rule names the limit and the total of the stages", () => {
    const [problem] = checkDraft(someDraft(weekly(4, 4)), TODAY);
    expect(problem?.rule).toBe(
      "A review that happens every week may last at most 7 days, until the next one begins; these stages together have 8.",
    );
  });

  test("together at most 180 days, where no recurrence is shorter", () => {
    const [problem] = checkDraft(
      someDraft({
        schedule: { frequency: "once" },
        stages: [stage({ durationDays: 100 }), stage({ durationDays: 100 })],
      }),
      TODAY,
    );
    expect(problem?.rule).toBe(
      "A review may last at most 180 days; these stages together have 200.",
    );
  });
});

describe("consequence", () => {
  const deleting = { applyAction: "block-then-delete" } as const;

  test.each<[string, Given, string[]]>([
    ["chosen groups may delete guests", { consequence: deleting }, []],
    [
      "so may inactive guests",
      { consequence: deleting, scope: { kind: "inactive-over-groups", inactiveDays: 30 } },
      [],
    ],
    [
      "all groups may not",
      { consequence: deleting, scope: { kind: "all-groups", teamsOnly: false } },
      ["consequence.applyAction consequence"],
    ],
    [
      "an application's users may not",
      { consequence: deleting, scope: { kind: "application", servicePrincipalId: APPLICATION } },
      ["consequence.applyAction consequence"],
    ],
    ["looking back 365 days in a group", { consequence: { lookBackDays: 365 } }, []],
    [
      "looking back 31 days in an application",
      {
        consequence: { lookBackDays: 31 },
        scope: { kind: "application", servicePrincipalId: APPLICATION },
      },
      ["consequence.lookBackDays consequence"],
    ],
    [
      "looking back not at all",
      { consequence: { lookBackDays: 0 } },
      ["consequence.lookBackDays consequence"],
    ],
    [
      "a look-back that nothing uses",
      { consequence: { lookBackDays: 0, recommendations: false } },
      [],
    ],
    [
      "following recommendations that are not made",
      { consequence: { ifNobodyAnswers: "Recommendation", recommendations: false } },
      ["consequence.ifNobodyAnswers consequence"],
    ],
  ])("%s", (_, input, problems) => {
    expect(broken(input)).toEqual(problems);
  });
});

test.each(REVIEW_TEMPLATES)("$name: only what people must choose is missing", ({ id, draft }) => {
  const fields = checkDraft(draft(TODAY), TODAY).map(({ field }) => field);
  const missing: Readonly<Record<string, readonly string[]>> = {
    "partner-offboarding": ["scope.groupIds", "stages.0.reviewers"],
    empty: ["name", "scope.groupIds", "stages.0.reviewers"],
  };
  expect(fields).toEqual(missing[id] ?? []);
});
