import { describe, expect, test } from "vitest";
import { operationIdIn } from "./marker";
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

  test("several groups are as many operations of one plan, each sent to the definitions", () => {
    expect(plan.operations.map(({ label }) => label)).toEqual([
      "Partners each quarter: Sales",
      "Partners each quarter: Legal",
    ]);
    for (const { operation } of plan.operations) {
      expect(operation).toMatchObject({
        planId: plan.id,
        kind: "create-review",
        subject: { type: "review", id: operation.id },
        reason: "The quarter begins",
        steps: [{ id: operation.id, request: { method: "POST", path: DEFINITIONS } }],
      });
    }
  });

  test("each body carries the marker of its own operation", () => {
    const marked = plan.operations.map(({ operation }) => {
      const { descriptionForAdmins } = operation.steps[0]?.request.body as {
        descriptionForAdmins: string;
      };
      return operationIdIn(descriptionForAdmins);
    });
    expect(marked).toEqual(plan.operations.map(({ operation }) => operation.id));
    expect(new Set(marked).size).toBe(2);
  });
});

describe("A review and its instances", () => {
  const review = { id: "r", name: "Quarterly" };
  const requestOf = (plan: ReturnType<typeof planForReview>) =>
    plan.operations[0]?.operation.steps[0]?.request;

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
  const { operations } = planRemovals([{ guest, groupId: "inner" }], planning());
  expect(operations.map(({ operation }) => operation)).toMatchObject([
    {
      kind: "remove-member",
      guestId: "g",
      subject: { type: "group", id: "inner" },
      steps: [{ request: { method: "DELETE", path: "/groups/inner/members/g/$ref", body: null } }],
    },
  ]);
});
