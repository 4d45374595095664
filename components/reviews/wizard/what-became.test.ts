import { describe, expect, test } from "vitest";
import type { Ended } from "@/components/plan/ended";
import type { Result } from "@/lib/domain/outcome";
import { planCreate } from "@/lib/domain/reviews/plan-review";
import { SOME_DRAFT } from "./testing/some-draft";
import { draftOfTheRest, whatBecame } from "./what-became";

const GROUPS = [
  "0b6f1d3e-1111-4a2b-8c3d-000000000001",
  "0B6F1D3E-1111-4A2B-8C3D-000000000002",
  "0b6f1d3e-1111-4a2b-8c3d-000000000003",
  "0b6f1d3e-1111-4a2b-8c3d-000000000004",
];
const draft = {
  ...SOME_DRAFT,
  scope: { kind: "groups", groupIds: GROUPS, inactiveDays: null } as const,
};

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

describe("what became of creating several reviews", () => {
  test("is told apart: made, not known, not done", () => {
    const became = whatBecame(ended("done", "unknown", "refused", null));
    expect(became.made).toMatchObject([
      { label: `${SOME_DRAFT.name}: ${GROUPS[0] ?? ""}`, reviewId: "review 0" },
    ]);
    expect(became.unknown).toHaveLength(1);
    expect(became.notDone).toHaveLength(2);
  });

  test("leaves a draft of the groups without a review, and of no other", () => {
    const { notDone } = whatBecame(ended("done", "refused", "unknown", "failed"));
    expect(draftOfTheRest(draft, notDone).scope).toMatchObject({
      groupIds: [GROUPS[1], GROUPS[3]],
    });
  });

  test("leaves the whole draft where it is one review", () => {
    expect(draftOfTheRest(SOME_DRAFT, [])).toBe(SOME_DRAFT);
  });
});
