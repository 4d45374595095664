import { describe, expect, test } from "vitest";
import { intentIdIn } from "./marker";
import { planCreate, planForInstance, planForReview, planRemovals } from "./plan-review";
import { GROUP, OTHER_GROUP, someDraft } from "./testing/some-draft";

const planning = () => {
  let count = 0;
  const mintId = () => `00000000-0000-4000-8000-${String((count += 1)).padStart(12, "0")}`;
  return { reason: "The quarter begins", mintId };
};
const DEFINITIONS = "/identityGovernance/accessReviews/definitions";

describe("Creating", () => {
  const draft = someDraft({
    scope: { kind: "groups", groupIds: [GROUP, OTHER_GROUP], inactiveDays: null },
  });
  const plan = planCreate(draft, planning(), (id) => (id === GROUP ? "Sales" : "Legal"));

  test("several groups are as many intents of one plan, each sent to the definitions", () => {
    expect(plan.intents.map(({ label }) => label)).toEqual([
      "Partners each quarter: Sales",
      "Partners each quarter: Legal",
    ]);
    for (const { intent } of plan.intents) {
      expect(intent).toMatchObject({
        planId: plan.id,
        kind: "create-review",
        subject: { type: "review", id: intent.id },
        reason: "The quarter begins",
        request: { method: "POST", path: DEFINITIONS },
      });
    }
  });

  test("each body carries the marker of its own intent", () => {
    const marked = plan.intents.map(({ intent }) => {
      const { descriptionForAdmins } = intent.request.body as { descriptionForAdmins: string };
      return intentIdIn(descriptionForAdmins);
    });
    expect(marked).toEqual(plan.intents.map(({ intent }) => intent.id));
    expect(new Set(marked).size).toBe(2);
  });
});

describe("A review and its instances", () => {
  const review = { id: "r", name: "Quarterly" };
  const requestOf = (plan: ReturnType<typeof planForReview>) => plan.intents[0]?.intent.request;

  test.each([
    ["stop-instance", "stop"],
    ["apply-instance", "applyDecisions"],
    ["reset-instance", "resetDecisions"],
    ["remind-reviewers", "sendReminder"],
    ["accept-recommendations", "acceptRecommendations"],
  ] as const)("%s is the action %s of the instance", (kind, action) => {
    expect(requestOf(planForInstance(kind, { id: "i" }, review, planning()))).toEqual({
      method: "POST",
      path: `${DEFINITIONS}/r/instances/i/${action}`,
      body: null,
    });
  });

  test("is stopped, deleted and changed as a whole", () => {
    const body = { displayName: "Quarterly" };
    const sent = [
      planForReview({ kind: "stop-review" }, review, planning()),
      planForReview({ kind: "delete-review" }, review, planning()),
      planForReview({ kind: "change-review", body, plannedFrom: {} }, review, planning()),
    ].map(requestOf);
    expect(sent).toEqual([
      { method: "POST", path: `${DEFINITIONS}/r/stop`, body: null },
      { method: "DELETE", path: `${DEFINITIONS}/r`, body: null },
      { method: "PUT", path: `${DEFINITIONS}/r`, body },
    ]);
  });
});

test("A membership is ended by taking the reference away, never the account", () => {
  const guest = { id: "g", displayName: "Ada", mail: null };
  const { intents } = planRemovals([{ guest, groupId: "inner" }], planning());
  expect(intents.map(({ intent }) => intent)).toMatchObject([
    {
      kind: "remove-member",
      guestId: "g",
      subject: { type: "group", id: "inner" },
      request: { method: "DELETE", path: "/groups/inner/members/g/$ref", body: null },
    },
  ]);
});
