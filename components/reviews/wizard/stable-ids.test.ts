import { expect, test } from "vitest";
import { planCreate } from "@/lib/domain/reviews/plan-review";
import { StableIds } from "./stable-ids";
import { SOME_DRAFT } from "./testing/some-draft";

test("What is shown before a reason is given is sent word for word afterwards", () => {
  const ids = new StableIds(() => crypto.randomUUID());
  const scope = { kind: "groups", groupIds: ["quay", "harbour"], inactiveDays: null } as const;
  const draft = { ...SOME_DRAFT, scope };
  const plan = (reason: string) => planCreate(draft, { reason, mintId: ids.fromTheFirst() });
  const [shown, sent] = [plan("Not given yet"), plan("Each quarter")];
  expect(sent.id).toBe(shown.id);
  expect(sent.operations.map(({ operation }) => operation.steps[0]?.request)).toEqual(
    shown.operations.map(({ operation }) => operation.steps[0]?.request),
  );
  expect(new Set(sent.operations.map(({ operation }) => operation.id)).size).toBe(2);
  expect(JSON.stringify(sent.operations[1]?.operation.steps[0]?.request.body)).toContain(
    sent.operations[1]?.operation.id,
  );
});
