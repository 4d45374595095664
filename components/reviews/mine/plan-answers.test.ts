import { expect, test } from "vitest";
import { operationOnWire } from "@/lib/contract/operation";
import { DEFAULT_POLICY } from "@/lib/domain/policy";
import { NO_JUSTIFICATION } from "@/lib/domain/reviews/plan-answers";
import type { GuestRow } from "@/lib/inventory/inventory";
import { someGuest } from "@/lib/inventory/testing/some-guest";
import type { Answer, Verdict } from "./answer";
import { planByJustification } from "./plan-answers";
import { someItem } from "./testing/some-item";

const uuid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
const ADA = uuid(901);
const guests = new Map<string, GuestRow>([
  [
    ADA,
    {
      guest: someGuest({ id: ADA, displayName: "Ada of Partner", mail: "ada@partner.example" }),
      standing: { kind: "stale", idleDays: 200 },
      explanation: "Last signed in 200 days ago; stale after 90 days.",
    },
  ],
]);

function answer(name: string, verdict: Verdict, justification: string, id = uuid(900)): Answer {
  const ids = { id: uuid(801), reviewId: uuid(802), instanceId: uuid(803) };
  const principal = { id, displayName: name, userPrincipalName: null };
  return { item: someItem(name, { ...ids, principal }), verdict, justification };
}

function plan(...answers: Answer[]) {
  let minted = 0;
  return planByJustification(answers, {
    mintId: () => uuid((minted += 1)),
    guests,
    policy: DEFAULT_POLICY,
  });
}

test("An answer is the documented request, with what was known of the guest", () => {
  const [planned] = plan(answer("Ada", "Deny", "Left in spring", ADA));
  const only = planned?.plan.operations[0];
  expect(planned?.plan.reason).toBe("Left in spring");
  expect(only).toMatchObject({
    label: "Ada of Partner",
    guest: { id: ADA, displayName: "Ada of Partner", mail: "ada@partner.example" },
    operation: {
      planId: planned?.plan.id,
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

test("Of whom the list does not know nothing is claimed, and the history still gets a reason", () => {
  const [planned] = plan(answer("Ben", "DontKnow", ""));
  const only = planned?.plan.operations[0];
  expect(only?.operation).toMatchObject({
    known: null,
    reason: NO_JUSTIFICATION,
    steps: [{ request: { body: { decision: "DontKnow", justification: "" } } }],
  });
  expect(only?.guest).toEqual({ id: uuid(900), displayName: "Ben", mail: null });
  expect(operationOnWire.safeParse(only?.operation).success).toBe(true);
});

test("Answers with the same justification go together, in their order", () => {
  const plans = plan(
    answer("Ada", "Approve", "Still needed"),
    answer("Ben", "Deny", "Left"),
    answer("Cleo", "Deny", "Still needed"),
  );
  expect(
    plans.map(({ plan: { reason, operations } }) => [reason, operations.map(({ label }) => label)]),
  ).toEqual([
    ["Still needed", ["Ada", "Cleo"]],
    ["Left", ["Ben"]],
  ]);
  expect(plans.map(({ answers }) => answers.length)).toEqual([2, 1]);
});
