import { expect, test } from "vitest";
import type { Ended } from "@/components/plan/operation-outcomes";
import type { Result } from "@/lib/domain/outcome";
import { planCreate } from "@/lib/domain/reviews/plan-review";
import { someDraft } from "@/lib/domain/reviews/testing/some-draft";
import { creationResult } from "./creation-result";

const GROUPS = ["quay", "harbour", "yard", "dock"];
const draft = someDraft({ scope: { kind: "groups", groupIds: GROUPS, inactiveDays: null } });

function ended(...results: readonly (Result | null)[]): readonly Ended[] {
  const plan = planCreate(draft, { reason: "each quarter", mintId: () => crypto.randomUUID() });
  return plan.operations.map((planned, index) => {
    const result = results[index] ?? null;
    return {
      planned,
      result: {
        operationId: planned.operation.id,
        guestId: null,
        subject: { type: "review", id: `review ${index}` },
        outcome: result && { result, evidence: "reported", detail: null, requestId: null },
        steps: [],
        stopped: null,
        recorded: true,
      },
    };
  });
}

test("What was created, what is unknown and what was not created are told apart", () => {
  const run = ended("done", "unknown", "refused", null);
  const { created, unknown, notCreated } = creationResult(run);
  expect(created).toEqual([
    {
      label: `${draft.name}: quay`,
      operationId: run[0]?.planned.operation.id,
      id: "review 0",
    },
  ]);
  expect(unknown).toEqual([`${draft.name}: harbour`]);
  expect(notCreated.map(({ label }) => label)).toEqual([
    `${draft.name}: yard`,
    `${draft.name}: dock`,
  ]);
});
