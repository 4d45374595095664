import { describe, expect, test } from "vitest";
import { attempt } from "./attempt.ts";
import { eachGroup, quarterly, reviewer, type ReviewFixture } from "./review-fixture.ts";

const graph = "MicrosoftGraph";
const recurring = (
  pattern: object,
  range: object = { type: "noEnd", startDate: "2026-12-01" },
) => ({
  settings: { ...quarterly, recurrence: { pattern, range } },
});
const stage = (stageId: string, more: object = {}) => ({
  ...{ stageId, durationInDays: 7, recommendationsEnabled: true },
  ...{ reviewers: [], ...more },
});
describe("Rules of a definition: https://learn.microsoft.com/graph/api/resources/accessreviewschedulesettings", () => {
  const weekly = { type: "weekly", interval: 1 };
  const days = (instanceDurationInDays: number) => ({
    settings: { ...quarterly, instanceDurationInDays },
  });

  test.each<[string, (fixture: ReviewFixture) => Record<string, unknown>, string]>([
    ["a name that is missing", () => ({ displayName: " " }), "displayName"],
    [
      "more than 256 characters for reviewers",
      () => ({ descriptionForReviewers: "x".repeat(257) }),
      "256 characters",
    ],
    [
      "a reviewer who is not there",
      () => ({ reviewers: [reviewer("/users/11111111-1111-1111-1111-111111111111")] }),
      "was not found",
    ],
    ["sponsors as reviewers", () => ({ reviewers: [reviewer("./sponsors")] }), "not supported"],
    [
      "managers without their query root",
      () => ({ reviewers: [reviewer("./manager")] }),
      "queryRoot",
    ],
    [
      "fallbacks of a self-review",
      ({ owner }) => ({ reviewers: [], fallbackReviewers: [reviewer(`/users/${owner.id}`)] }),
      "self-review",
    ],
    ["no duration", () => days(0), "instanceDurationInDays"],
    [
      "a week that lasts eight days",
      () => ({
        settings: {
          ...quarterly,
          instanceDurationInDays: 8,
          recurrence: { pattern: weekly, range: { type: "noEnd", startDate: "2026-12-01" } },
        },
      }),
      "longer than its recurrence",
    ],
    ["a quarter of 91 days", () => days(91), "longer than its recurrence"],
    [
      "an end before the start",
      () =>
        recurring(
          { type: "absoluteMonthly", interval: 1, dayOfMonth: 1 },
          { type: "endDate", startDate: "2026-12-01", endDate: "2026-11-30" },
        ),
      "endDate",
    ],
    ["yearly recurrences", () => recurring({ type: "absoluteYearly", interval: 1 }), "weekly"],
    [
      "a number of zero",
      () =>
        recurring(
          { type: "absoluteMonthly", interval: 1 },
          { type: "numbered", numberOfOccurrences: 0, startDate: "2026-12-01" },
        ),
      "numberOfOccurrences",
    ],
    [
      "a default decision of no kind",
      () => ({ settings: { ...quarterly, defaultDecision: "None" } }),
      "defaultDecision",
    ],
    [
      "four stages",
      () => ({
        stageSettings: [
          stage("1"),
          stage("2", { dependsOn: ["1"] }),
          stage("3", { dependsOn: ["2"] }),
          stage("4", { dependsOn: ["3"] }),
        ],
      }),
      "3 stages",
    ],
    [
      "stages longer together than the recurrence",
      () => ({
        stageSettings: [
          stage("1", { durationInDays: 60 }),
          stage("2", { durationInDays: 31, dependsOn: ["1"] }),
        ],
      }),
      "longer than its recurrence",
    ],
    ["stages side by side", () => ({ stageSettings: [stage("1"), stage("2")] }), "sequential"],
    [
      "deleting people who are no guests",
      ({ group }) => ({
        scope: { queryType: graph, query: `/groups/${group.id}/transitiveMembers` },
        settings: {
          ...quarterly,
          applyActions: [{ "@odata.type": "#microsoft.graph.disableAndDeleteUserApplyAction" }],
        },
      }),
      "guest users",
    ],
    ["a property that does not exist", () => ({ nonsense: true }), "nonsense"],
    [
      "a setting that does not exist",
      () => ({ settings: { ...quarterly, nonsense: true } }),
      "nonsense",
    ],
  ])("refuses %s", async (_, input, rule) => {
    const { status, text } = await attempt(input);
    expect(status).toBe(400);
    expect(text).toContain(rule);
  });

  test("a review over all Microsoft 365 groups removes access where deleting was asked for", async () => {
    const applyActions = [{ "@odata.type": "#microsoft.graph.disableAndDeleteUserApplyAction" }];
    const { status, text } = await attempt(() => ({
      ...eachGroup,
      settings: { ...quarterly, applyActions },
    }));
    expect(status).toBe(201);
    expect(text).toContain("removeAccessApplyAction");
    expect(text).not.toContain("disableAndDelete");
  });
});
