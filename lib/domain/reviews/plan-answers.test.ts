import { describe, expect, test } from "vitest";
import { operationOnWire } from "@/lib/contract/operation";
import { someGuest } from "@/lib/inventory/testing/some-guest";
import type { Candidate } from "../plan";
import { type ItemAnswer, NO_JUSTIFICATION, planAnswers } from "./plan-answers";
import { someItem } from "./testing/some-item";

const uuid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
const ADA = uuid(901);
const BEN = uuid(902);
const ada: Candidate = {
  guest: someGuest({ id: ADA, displayName: "Ada of Partner", mail: "ada@partner.example" }),
  standing: { kind: "stale" },
  explanation: "Last signed in 200 days ago; stale after 90 days.",
};

function item(guestId: string, displayName: string) {
  const principal = { id: guestId, displayName, userPrincipalName: null };
  return someItem({ id: uuid(801), reviewId: uuid(802), instanceId: uuid(803), principal });
}

/** The plan of one answer, while the list of guests has Ada alone. */
function planOf(answer: ItemAnswer) {
  let minted = 0;
  const mintId = () => uuid((minted += 1));
  const plan = planAnswers([answer], { mintId, guests: new Map([[ADA, ada]]) });
  return { plan, only: plan.operations[0] };
}

describe("Answers", () => {
  test("are a PATCH of the item with the words of the reviewer, who is quoted as the reason", () => {
    const { plan, only } = planOf({
      item: item(ADA, "Ada"),
      decision: "Deny",
      justification: "  Left in spring ",
    });
    expect(plan.reason).toBe("Left in spring");
    expect(only).toMatchObject({
      label: "Ada of Partner",
      guest: { id: ADA, displayName: "Ada of Partner", mail: "ada@partner.example" },
      plannedFrom: { decision: "NotReviewed", reviewedById: null },
      operation: {
        planId: plan.id,
        kind: "answer-item",
        subject: { type: "review", id: uuid(802) },
        guestId: ADA,
        reason: "Left in spring",
        steps: [
          {
            request: {
              method: "PATCH",
              path: `/identityGovernance/accessReviews/definitions/${uuid(802)}/instances/${uuid(803)}/decisions/${uuid(801)}`,
              body: { decision: "Deny", justification: "Left in spring" },
            },
          },
        ],
        known: {
          standing: "stale",
          explanation: "Last signed in 200 days ago; stale after 90 days.",
        },
      },
    });
    expect(operationOnWire.safeParse(only?.operation).success).toBe(true);
  });

  test("claim nothing of guests whom the list does not have", () => {
    const { only } = planOf({
      item: item(BEN, "Ben"),
      decision: "Approve",
      justification: "Needed",
    });
    expect(only?.operation.known).toBeNull();
    expect(only).toMatchObject({
      label: "Ben",
      guest: { id: BEN, displayName: "Ben", mail: null },
    });
    expect(operationOnWire.safeParse(only?.operation).success).toBe(true);
  });

  test("without words still have a reason, and send none", () => {
    const { only } = planOf({ item: item(BEN, "Ben"), decision: "DontKnow", justification: " " });
    expect(only?.operation).toMatchObject({
      reason: NO_JUSTIFICATION,
      steps: [{ request: { body: { decision: "DontKnow", justification: "" } } }],
    });
    expect(operationOnWire.safeParse(only?.operation).success).toBe(true);
  });
});
