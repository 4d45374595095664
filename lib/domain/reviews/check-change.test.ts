import { expect, test } from "vitest";
import { checkChange } from "./check-change";
import type { ReviewChange } from "./change-settings";
import type { Review } from "./review";
import { ADA, GROUP, TODAY } from "./testing/some-draft";
import { someReview } from "./testing/some-review";

const people = { reviewers: [{ kind: "person", userId: ADA }] } as const;
const allGroups = { scope: { kind: "all-groups", teamsOnly: false, inactiveDays: null } } as const;
const everybody = {
  scope: { kind: "group", groupId: GROUP, guestsOnly: false, inactiveDays: null },
} as const;
const once = { settings: { recurrence: null } };
const application = { scope: { kind: "application", servicePrincipalId: GROUP } } as const;

test.each<[string, ReviewChange, Parameters<typeof someReview>[0], (keyof ReviewChange)[]]>([
  ["nothing", {}, {}, []],
  ["another name", { name: "Renamed" }, {}, []],
  ["no name", { name: " " }, {}, ["name"]],
  ["257 characters", { name: "n".repeat(257) }, {}, ["name"]],
  [
    "257 for reviewers",
    { descriptionForReviewers: "n".repeat(257) },
    {},
    ["descriptionForReviewers"],
  ],
  ["people for people", { reviewerIds: [ADA] }, people, []],
  ["nobody for people", { reviewerIds: [] }, people, ["reviewerIds"]],
  ["people for owners", { reviewerIds: [ADA] }, {}, ["reviewerIds"]],
  ["a quarter's length", { durationsDays: [89] }, {}, []],
  ["longer than the quarter", { durationsDays: [50, 40] }, {}, ["durationsDays"]],
  ["no days", { durationsDays: [0] }, {}, ["durationsDays"]],
  ["180 days once", { durationsDays: [180] }, once, []],
  ["an end today", { end: { kind: "on", date: TODAY } }, {}, []],
  ["an end in the past", { end: { kind: "on", date: "2026-11-19" } }, {}, ["end"]],
  ["an end on no day", { end: { kind: "on", date: "2027-02-30" } }, {}, ["end"]],
  ["never again", { end: { kind: "after", occurrences: 0 } }, {}, ["end"]],
  ["an end of what happens once", { end: { kind: "never" } }, once, ["end"]],
  ["deleting guests", { consequence: { applyAction: "block-then-delete" } }, {}, []],
  [
    "deleting everybody",
    { consequence: { applyAction: "block-then-delete" } },
    everybody,
    ["consequence"],
  ],
  [
    "deleting over all groups",
    { consequence: { applyAction: "block-then-delete" } },
    allGroups,
    ["consequence"],
  ],
  [
    "recommendations that are not made",
    { consequence: { ifNobodyAnswers: "Recommendation", recommendations: false } },
    {},
    ["consequence"],
  ],
  [
    "31 days back in an application",
    { consequence: { lookBackDays: 31 } },
    application,
    ["consequence"],
  ],
])("%s", (_, change, input, fields) => {
  const review: Review = someReview(input);
  expect(checkChange(review, change, TODAY).map(({ field }) => field)).toEqual(fields);
});

test("a series may not end before it starts", () => {
  const settings = someReview().settings;
  const recurrence = settings.recurrence && { ...settings.recurrence, startDate: "2027-01-01" };
  const review = someReview({ settings: { recurrence } });
  const [problem] = checkChange(review, { end: { kind: "on", date: "2026-12-31" } }, TODAY);
  expect(problem?.rule).toBe("The series may not end before it starts.");
});
