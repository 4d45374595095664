import { describe, expect, test } from "vitest";
import { instanceFromWire, instanceOnWire } from "./read-instances";
import { itemFromWire, itemOnWire } from "./item-on-wire";
import { reviewFromWire, reviewOnWire } from "./review-on-wire";
import { settingsFromWire, settingsOnWire } from "./settings-on-wire";

const review = (wire: object) => reviewFromWire(reviewOnWire.parse({ id: "r", ...wire }));
const settings = (wire: object) => settingsFromWire(settingsOnWire.parse(wire));

describe("A review", () => {
  test("needs nothing but its id, and may have a status that nobody knows", () => {
    expect(review({ status: "Hibernating" })).toMatchObject({
      id: "r",
      name: "",
      status: "Unknown: Hibernating",
      createdAt: null,
      createdBy: null,
      reviewers: [],
      stages: [],
      settings: { durationDays: 0, autoApply: false, ifNobodyAnswers: null, recurrence: null },
      operationId: null,
    });
  });

  test("is kept word for word beside what we read of it", () => {
    const body = {
      id: "r",
      createdBy: { id: "00000000-0000-0000-0000-000000000000", userType: "odd" },
      settings: { instanceDurationInDays: 7, decisionHistoriesForReviewersEnabled: true },
      additionalNotificationRecipients: [{ notificationTemplateType: "x" }],
      "@odata.context": "https://graph.microsoft.com/…",
    };
    const read = reviewFromWire(reviewOnWire.parse(body));
    expect(read.asGiven).toEqual(body);
    expect(read.createdBy).toBeNull();
  });

  test("of ours is known by the marker in its description", () => {
    const id = "11111111-2222-4333-8444-555555555555";
    expect(review({ descriptionForAdmins: `Each quarter [guestlist ${id}]` }).operationId).toBe(id);
  });

  test("has its stages with their own reviewers", () => {
    const user = "11111111-2222-4333-8444-555555555555";
    const stageSettings = [
      {
        stageId: "1",
        durationInDays: 3,
        reviewers: [{ query: `/v1.0/users/${user}`, queryType: "MicrosoftGraph" }],
        decisionsThatWillMoveToNextStage: ["NotReviewed"],
      },
      { stageId: "2", dependsOn: ["1"], durationInDays: 4 },
    ];
    expect(review({ stageSettings }).stages).toMatchObject([
      { id: "1", durationDays: 3, reviewers: [{ kind: "person" }], passesOn: ["NotReviewed"] },
      { id: "2", durationDays: 4, reviewers: [], passesOn: [] },
    ]);
  });
});

describe("Settings", () => {
  test.each([
    [{ defaultDecisionEnabled: true, defaultDecision: "Deny" }, "Deny"],
    [{ defaultDecisionEnabled: true, defaultDecision: "recommendation" }, "Recommendation"],
    [{ defaultDecisionEnabled: false, defaultDecision: "Deny" }, null],
    [{ defaultDecisionEnabled: true, defaultDecision: "None" }, null],
  ])("%j mean %j where nobody answers", (wire, expected) => {
    expect(settings(wire).ifNobodyAnswers).toBe(expected);
  });

  test("tell blocking first from removing access", () => {
    const of = (name: string) => settings({ applyActions: [{ "@odata.type": name }] }).applyAction;
    expect(of("#microsoft.graph.disableAndDeleteUserApplyAction")).toBe("block-then-delete");
    expect(of("#microsoft.graph.removeAccessApplyAction")).toBe("remove-access");
    expect(settings({}).applyAction).toBe("remove-access");
  });

  test.each([
    [{ recommendationLookBackDuration: "P60D" }, 60],
    [{ recommendationInsightSettings: [{ recommendationLookBackDuration: "P2W" }] }, 14],
    [{ recommendationLookBackDuration: "PT0S" }, null],
  ])("%j look back %j days", (wire, days) => {
    expect(settings(wire).lookBackDays).toBe(days);
  });

  const pattern = { type: "absoluteMonthly", interval: 3, dayOfMonth: 5 };
  test.each([
    ["no end", { type: "noEnd", startDate: "2026-01-05" }, { kind: "never" }],
    ["an end", { type: "endDate", endDate: "2027-01-05" }, { kind: "on", date: "2027-01-05" }],
    ["a number", { type: "numbered", numberOfOccurrences: 4 }, { kind: "after", occurrences: 4 }],
    ["no number", { type: "numbered", endDate: "9999-12-31" }, { kind: "never" }],
    ["a year 1", { type: "endDate", endDate: "0001-01-01" }, { kind: "never" }],
  ])("recur with %s", (_what, range, end) => {
    expect(settings({ recurrence: { pattern, range } }).recurrence).toMatchObject({
      every: "month",
      interval: 3,
      dayOfMonth: 5,
      end,
    });
  });

  test("recur weekly from a day that was given as an instant; without a pattern once", () => {
    const range = { type: "noEnd", startDate: "2026-01-05T08:00:00Z" };
    expect(settings({ recurrence: { pattern: { type: "weekly" }, range } }).recurrence).toEqual({
      every: "week",
      interval: 1,
      dayOfMonth: null,
      startDate: "2026-01-05",
      end: { kind: "never" },
    });
    expect(settings({ recurrence: { pattern: null, range } }).recurrence).toBeNull();
    expect(settings({ recurrence: null }).recurrence).toBeNull();
  });
});

test("An instance says when it runs and over what", () => {
  const groupId = "f661fdd0-f0f7-42c0-8281-e89c6527ac63";
  const wire = {
    id: "i",
    status: "Applied",
    startDateTime: "2021-03-09T23:10:28.83Z",
    endDateTime: "0001-01-01T00:00:00Z",
    scope: {
      "@odata.type": "#microsoft.graph.accessReviewQueryScope",
      query: `/v1.0/groups/${groupId}/members/microsoft.graph.user/?$count=true&$filter=(userType eq 'Guest')`,
    },
  };
  expect(instanceFromWire(instanceOnWire.parse(wire), "r")).toMatchObject({
    id: "i",
    reviewId: "r",
    startsAt: Date.parse("2021-03-09T23:10:28.83Z"),
    endsAt: null,
    scope: { kind: "group", groupId, guestsOnly: true },
    reviewers: [],
  });
});

describe("An item", () => {
  const ref = { reviewId: "r", instanceId: "i" };
  const item = (wire: object) => itemFromWire(itemOnWire.parse({ id: "x", ...wire }), ref);
  const zeros = "00000000-0000-0000-0000-000000000000";
  const groupId = "f661fdd0-f0f7-42c0-8281-e89c6527ac63";

  test("that nobody touched has nobody's name on it", () => {
    const nobody = { id: zeros, displayName: "", userPrincipalName: "" };
    const principal = { id: groupId, displayName: "guest example", userPrincipalName: "" };
    expect(
      item({ principal, reviewedBy: nobody, appliedBy: nobody, justification: "" }),
    ).toMatchObject({
      principal: { id: groupId, displayName: "guest example", userPrincipalName: null },
      resource: null,
      decision: "NotReviewed",
      justification: null,
      reviewedBy: null,
      appliedBy: null,
      applyResult: "New",
      lastSignIn: undefined,
    });
  });

  test("without a resource is about what its link leads to", () => {
    const link = (path: string) => `https://graph.microsoft.com/v1.0/${path}`;
    expect(
      item({
        resource: null,
        resourceLink: link(`groups/${groupId}`),
        principalLink: link(`users/${groupId}`),
      }),
    ).toMatchObject({
      resource: { id: groupId, displayName: null, type: "Group" },
      principal: { id: groupId },
    });
  });

  test.each([
    ["a sign-in", [{ lastSignInDateTime: "2026-11-01T00:00:00Z" }], Date.parse("2026-11-01")],
    ["no sign-in ever", [{ lastSignInDateTime: null }], null],
    ["nothing", [], undefined],
  ])("with an insight into %s", (_what, insights, expected) => {
    const type = { "@odata.type": "#microsoft.graph.userSignInInsight" };
    const body = insights.map((insight) => ({ ...type, ...insight }));
    expect(item({ insights: body }).lastSignIn).toBe(expected);
    expect(item({ insights: [{ lastSignInDateTime: "2026-11-01T00:00:00Z" }] }).lastSignIn).toBe(
      undefined,
    );
  });
});
