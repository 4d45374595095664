import { describe, expect, test } from "vitest";
import {
  definitionsPath,
  eachGroup,
  reviewer,
  ReviewFixture,
  type Shown,
} from "@/simulator/graph/access-reviews/review-fixture";
import { canChangeReviewers, putBody, type ReviewChange } from "./change-settings";
import { markerOf } from "./marker";
import type { Review } from "./review";
import { ADA, BEN, GROUP } from "./testing/some-draft";
import { someReview } from "./testing/some-review";

const OPERATION_ID = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";
const SIGN_INS = "#microsoft.graph.userLastSignInRecommendationInsightSetting";
const PEERS = "#microsoft.graph.groupPeerOutlierRecommendationInsightSettings";

const asGiven = {
  "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#…",
  id: "1",
  createdDateTime: "2026-11-20T00:00:00Z",
  lastModifiedDateTime: "2026-11-20T00:00:00Z",
  createdBy: { id: ADA },
  status: "InProgress",
  instances: [],
  "instances@odata.context": "…",
  backupReviewers: [],
  displayName: "Partners each quarter",
  descriptionForAdmins: `Each quarter. ${markerOf(OPERATION_ID)}`,
  descriptionForReviewers: "Who still works with us?",
  instanceEnumerationScope: null,
  scope: { "@odata.type": "#microsoft.graph.accessReviewQueryScope", query: "/v1.0/groups/…" },
  reviewers: [{ query: `/v1.0/users/${ADA}`, queryType: "MicrosoftGraph", queryRoot: null }],
  fallbackReviewers: [],
  stageSettings: [],
  additionalNotificationRecipients: [{ notificationTemplateType: "CompletedAdditionalRecipients" }],
  somethingNew: { stays: true },
  settings: {
    mailNotificationsEnabled: true,
    defaultDecisionEnabled: true,
    defaultDecision: "Deny",
    instanceDurationInDays: 14,
    applyActions: [{ "@odata.type": "#microsoft.graph.removeAccessApplyAction" }],
    recommendationInsightSettings: [{ "@odata.type": PEERS }],
    recommendationLookBackDuration: "P30D",
    recurrence: {
      pattern: { type: "absoluteMonthly", interval: 3, dayOfMonth: 20 },
      range: { type: "noEnd", startDate: "2026-11-20", endDate: null, numberOfOccurrences: 0 },
    },
  },
};

const review = (overrides: Record<string, unknown> = {}, known: Partial<Review> = {}): Review =>
  someReview({
    reviewers: [{ kind: "person", userId: ADA }],
    operationId: OPERATION_ID,
    asGiven: { ...asGiven, ...overrides },
    ...known,
  });

const put = (change: ReviewChange, of: Review = review()) =>
  putBody(of, change) as Record<string, unknown> & { settings: Record<string, unknown> };

describe("the whole object", () => {
  test("as it was given, without what Graph writes itself", () => {
    const { displayName, descriptionForAdmins, descriptionForReviewers } = asGiven;
    const { scope, reviewers, fallbackReviewers, stageSettings, settings } = asGiven;
    expect(put({})).toEqual({
      ...{ displayName, descriptionForAdmins, descriptionForReviewers },
      ...{ scope, reviewers, fallbackReviewers, stageSettings, settings },
      additionalNotificationRecipients: asGiven.additionalNotificationRecipients,
      somethingNew: { stays: true },
    });
  });

  test("other words keep the marker, and a review of somebody else gets none", () => {
    const change = { name: " Renamed ", descriptionForAdmins: "New words." };
    expect(put(change)).toMatchObject({
      displayName: "Renamed",
      descriptionForAdmins: `New words. ${markerOf(OPERATION_ID)}`,
    });
    expect(put(change, review({}, { operationId: null })).descriptionForAdmins).toBe("New words.");
  });

  test("people are exchanged for people, and only those", () => {
    expect(put({ reviewerIds: [BEN] }).reviewers).toMatchObject([{ query: `/users/${BEN}` }]);
    const byOwners = review({}, { reviewers: [{ kind: "group-owners", groupId: GROUP }] });
    expect(put({ reviewerIds: [BEN] }, byOwners).reviewers).toEqual(asGiven.reviewers);
    expect(canChangeReviewers(byOwners)).toBe(false);
    expect(canChangeReviewers({ reviewers: [], stages: [] })).toBe(false);
    expect(put({ fallbackIds: [BEN] }).fallbackReviewers).toMatchObject([
      { query: `/users/${BEN}` },
    ]);
  });
});

describe("settings", () => {
  const settings = (change: ReviewChange) => put(change).settings;

  test.each<[NonNullable<ReviewChange["consequence"]>, Record<string, unknown>]>([
    [{ mails: false }, { mailNotificationsEnabled: false }],
    [{ reminders: true }, { reminderNotificationsEnabled: true }],
    [{ justificationOnApproval: true }, { justificationRequiredOnApproval: true }],
    [{ autoApply: true }, { autoApplyDecisionsEnabled: true }],
    [{ recommendations: false }, { recommendationsEnabled: false }],
    [{ ifNobodyAnswers: null }, { defaultDecisionEnabled: false, defaultDecision: "None" }],
    [{ ifNobodyAnswers: "Approve" }, { defaultDecisionEnabled: true, defaultDecision: "Approve" }],
  ])("%j", (consequence, changed) => {
    expect(settings({ consequence })).toEqual({ ...asGiven.settings, ...changed });
  });

  test("another look-back replaces the old one and leaves other recommendations", () => {
    const found = settings({ consequence: { lookBackDays: 60 } });
    expect(found.recommendationInsightSettings).toEqual([
      { "@odata.type": PEERS },
      { "@odata.type": SIGN_INS, signInScope: "tenant", recommendationLookBackDuration: "P60D" },
    ]);
    expect(found).not.toHaveProperty("recommendationLookBackDuration");
    expect(settings({ consequence: { lookBackDays: null } }).recommendationInsightSettings).toEqual(
      [{ "@odata.type": PEERS }],
    );
  });

  test("block, then delete is named; removal is not", () => {
    expect(settings({ consequence: { applyAction: "block-then-delete" } }).applyActions).toEqual([
      { "@odata.type": "#microsoft.graph.disableAndDeleteUserApplyAction" },
    ]);
    expect(settings({ consequence: { applyAction: "remove-access" } })).not.toHaveProperty(
      "applyActions",
    );
  });

  test.each<[NonNullable<ReviewChange["end"]>, Record<string, unknown>]>([
    [{ kind: "never" }, { type: "noEnd" }],
    [
      { kind: "on", date: "2027-01-01" },
      { type: "endDate", endDate: "2027-01-01" },
    ],
    [
      { kind: "after", occurrences: 2 },
      { type: "numbered", numberOfOccurrences: 2 },
    ],
  ])("ends %j", (end, range) => {
    expect(settings({ end }).recurrence).toEqual({
      pattern: asGiven.settings.recurrence.pattern,
      range: { ...range, startDate: "2026-11-20" },
    });
  });

  test("a duration is the settings' without stages, and the stages' with them", () => {
    expect(settings({ durationsDays: [7] }).instanceDurationInDays).toBe(7);
    const stage = { id: "1", durationDays: 5, reviewers: [], fallbackReviewers: [], passesOn: [] };
    const body = { stageSettings: [{ stageId: "1", durationInDays: 5 }, { stageId: "2" }] };
    const found = put(
      { durationsDays: [3, 4], consequence: { recommendations: true } },
      review(body, { stages: [stage, stage] }),
    );
    expect(found.stageSettings).toEqual([
      { stageId: "1", durationInDays: 3, recommendationsEnabled: true },
      { stageId: "2", durationInDays: 4, recommendationsEnabled: true },
    ]);
    expect(found.settings.instanceDurationInDays).toBe(14);
  });
});

describe("what Graph answered, changed and sent back, is taken", () => {
  test.each([
    ["all groups", () => ({ ...eachGroup, reviewers: [reviewer("./owners")] })],
    ["one group", () => ({})],
  ])("%s", async (_, input) => {
    const fixture = new ReviewFixture();
    const path = await fixture.review(input());
    expect(path).toContain(definitionsPath);
    const shown = (await (await fixture.get(path)).json()) as Shown;
    const body = putBody(someReview({ asGiven: shown }), {
      name: "Renamed",
      durationsDays: [7],
      end: { kind: "on", date: "2027-01-01" },
      consequence: { ifNobodyAnswers: "Recommendation", lookBackDays: 60, autoApply: false },
    });
    const answer = await fixture.send("PUT", path, { as: fixture.governor, body });
    expect(answer.status).toBe(204);
    expect(await (await fixture.get(path)).json()).toMatchObject({
      displayName: "Renamed",
      settings: {
        instanceDurationInDays: 7,
        autoApplyDecisionsEnabled: false,
        defaultDecision: "Recommendation",
        recurrence: { range: { type: "endDate", endDate: "2027-01-01" } },
      },
    });
  });
});
