import { describe, expect, test } from "vitest";
import type { ReviewDraft } from "./draft";
import type { Recurrence, Review } from "./review";
import { REVIEW_TEMPLATES } from "./templates";
import { APPLICATION, someDraft, TODAY } from "./testing/some-draft";
import { someReview } from "./testing/some-review";
import { benchmarkBrief, type BenchmarkResult, compareWithBenchmarks } from "./benchmarks";

const template = (id: string): ReviewDraft => {
  const found = REVIEW_TEMPLATES.find((each) => each.id === id);
  if (!found) throw new Error(`no template ${id}`);
  return found.draft(TODAY);
};
const failing = ({ criteria }: BenchmarkResult) =>
  criteria.filter(({ passes }) => passes !== true).map(({ id }) => id);

test("the quarterly template meets the usual advice, and CIS neither in rhythm nor in length", () => {
  const { cis, advice } = compareWithBenchmarks(template("quarterly-deny"));
  expect(advice).toMatchObject({ passes: true, says: "Meets all 5 criteria." });
  expect(cis).toMatchObject({ passes: false, says: "Does not meet 2 of 10 criteria." });
  expect(cis.criteria.filter(({ passes }) => !passes)).toEqual([
    { id: "frequency", asks: "Monthly or more often", value: "every 3 months", passes: false },
    { id: "duration", asks: "At most 3 days", value: "14 days", passes: false },
  ]);
});

test("the monthly template meets both", () => {
  const { cis, advice } = compareWithBenchmarks(template("cis-monthly"));
  expect([cis.passes, advice.passes]).toEqual([true, true]);
});

test("once is no rhythm", () => {
  const { cis } = compareWithBenchmarks(template("partner-offboarding"));
  expect(failing(cis)).toEqual(["frequency", "duration", "end"]);
});

describe("each criterion of CIS 5.3.2 fails by itself", () => {
  const monthly = template("cis-monthly");
  const [stage] = monthly.stages;
  if (!stage) throw new Error("no stage");
  const consequence = (overrides: Partial<ReviewDraft["consequence"]>) => ({
    consequence: { ...monthly.consequence, ...overrides },
  });
  const schedule = (overrides: Partial<ReviewDraft["schedule"]>) => ({
    schedule: { ...monthly.schedule, ...overrides },
  });

  test.each<[string, Partial<ReviewDraft>]>([
    ["guests", { scope: { kind: "application", servicePrincipalId: APPLICATION } }],
    ["frequency", schedule({ frequency: "quarterly" })],
    ["duration", { stages: [{ ...stage, durationDays: 4 }] }],
    ["duration", { stages: [stage, stage] }],
    ["end", schedule({ end: { kind: "after", occurrences: 12 } })],
    ["end", schedule({ end: { kind: "on", date: "2030-01-01" } })],
    ["reviewer", { stages: [{ ...stage, reviewers: { kind: "self" } }] }],
    ["mails", consequence({ mails: false })],
    ["reminders", consequence({ reminders: false })],
    ["justification", consequence({ justificationOnApproval: false })],
    ["auto-apply", consequence({ autoApply: false })],
    ["default", consequence({ ifNobodyAnswers: "Recommendation" })],
    ["default", consequence({ ifNobodyAnswers: null })],
  ])("%s: %j", (id, input) => {
    const { cis } = compareWithBenchmarks({ ...monthly, ...input });
    expect(failing(cis)).toEqual([id]);
    expect(cis.passes).toBe(false);
  });

  test("a week is more often than a month", () => {
    expect(
      compareWithBenchmarks({ ...monthly, ...schedule({ frequency: "weekly" }) }).cis.passes,
    ).toBe(true);
  });
});

describe("a review that exists", () => {
  const rhythm = (overrides: Partial<Recurrence>): Recurrence => ({
    every: "month",
    interval: 1,
    dayOfMonth: 1,
    startDate: TODAY,
    end: { kind: "never" },
    ...overrides,
  });
  const settings = (overrides: Partial<Review["settings"]> = {}) => ({
    settings: { durationDays: 3, recurrence: rhythm({}), ...overrides },
  });

  test("has the same count as the draft it was created from, whether it runs or not", () => {
    const slow = settings({ recurrence: rhythm({ interval: 3 }), durationDays: 14 });
    const draft = compareWithBenchmarks(template("quarterly-deny")).cis;
    const running = compareWithBenchmarks(someReview(slow)).cis;
    const ended = compareWithBenchmarks(someReview({ ...slow, status: "Completed" })).cis;
    for (const cis of [draft, running, ended]) {
      expect([benchmarkBrief(cis), cis.says]).toEqual([
        "8 of 10 met",
        "Does not meet 2 of 10 criteria.",
      ]);
    }
    const met = compareWithBenchmarks(someReview({ ...settings(), status: "Completed" })).cis;
    expect(met.says).toBe("Meets all 10 criteria, but is not in progress.");
  });

  test("meets CIS", () => {
    expect(compareWithBenchmarks(someReview(settings())).cis).toMatchObject({ passes: true });
  });

  test.each<[string, Parameters<typeof someReview>[0]]>([
    ["status", { ...settings(), status: "Completed" }],
    ["frequency", settings({ recurrence: rhythm({ every: "week", interval: 5 }) })],
    ["reviewer", { ...settings(), reviewers: [] }],
    ["guests", { ...settings(), scope: { kind: "application", servicePrincipalId: APPLICATION } }],
  ])("%s fails", (id, input) => {
    expect(failing(compareWithBenchmarks(someReview(input)).cis)).toEqual([id]);
  });

  test("four weeks are monthly enough, a stage of self-review is not", () => {
    const fourWeekly = settings({ recurrence: rhythm({ every: "week", interval: 4 }) });
    expect(compareWithBenchmarks(someReview(fourWeekly)).cis.passes).toBe(true);
    const stage = { id: "1", durationDays: 1, fallbackReviewers: [], passesOn: [] };
    const stages = [
      { ...stage, reviewers: [{ kind: "managers" } as const] },
      { ...stage, reviewers: [] },
    ];
    expect(failing(compareWithBenchmarks(someReview({ ...settings(), stages })).cis)).toEqual([
      "reviewer",
    ]);
  });

  test.each<[string, Parameters<typeof someReview>[0]]>([
    ["guests", { ...settings(), scope: { kind: "other", query: "?" } }],
    ["reviewer", { ...settings(), reviewers: [{ kind: "other", query: "?" }] }],
    ["duration", settings({ durationDays: 0 })],
    ["status", { ...settings(), status: "Unknown" }],
  ])("%s that cannot be read does not pass, and does not fail", (id, input) => {
    const { cis } = compareWithBenchmarks(someReview(input));
    expect(failing(cis)).toEqual([id]);
    expect(cis).toMatchObject({ passes: null });
    expect(cis.says).toContain("Can't be determined");
  });
});

test("the usual advice: quarterly is enough, half-yearly and 15 days are not", () => {
  const stages = [{ reviewers: { kind: "owners" } as const, fallbackIds: [], durationDays: 15 }];
  const slow = someDraft({ stages, schedule: { frequency: "half-yearly" } });
  expect(failing(compareWithBenchmarks(slow).advice)).toEqual(["frequency", "duration"]);
});
