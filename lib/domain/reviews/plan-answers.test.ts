import { describe, expect, test } from "vitest";
import { planAnswers } from "./plan-answers";
import { someItem } from "./testing/some-item";

function planning() {
  let minted = 0;
  return { mintId: () => `id-${(minted += 1)}` };
}

describe("Answers", () => {
  const item = someItem({ id: "x", reviewId: "r", instanceId: "i" });

  test("are a PATCH of the item with the words of the reviewer, who is quoted as the reason", () => {
    const [planned] = planAnswers(
      [{ item, decision: "Deny", justification: "  Left the project ", known: null }],
      planning(),
    ).operations;
    expect(planned).toMatchObject({
      label: "Ada",
      plannedFrom: { decision: "NotReviewed", reviewedById: null },
    });
    expect(planned?.operation).toMatchObject({
      kind: "answer-item",
      guestId: "guest",
      reason: "Left the project",
      steps: [
        {
          request: {
            method: "PATCH",
            path: "/identityGovernance/accessReviews/definitions/r/instances/i/decisions/x",
            body: { decision: "Deny", justification: "Left the project" },
          },
        },
      ],
    });
  });

  test("without words still have a reason, and send none", () => {
    const [planned] = planAnswers(
      [{ item, decision: "DontKnow", justification: " ", known: null }],
      planning(),
    ).operations;
    expect(planned?.operation.reason).not.toBe("");
    expect(planned?.operation.steps[0]?.request.body).toEqual({
      decision: "DontKnow",
      justification: "",
    });
  });
});
