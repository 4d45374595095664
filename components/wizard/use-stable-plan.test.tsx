import { act, renderHook } from "@testing-library/react";
import { expect, test } from "vitest";
import { planCreate } from "@/lib/domain/reviews/plan-review";
import { someDraft } from "@/lib/domain/reviews/testing/some-draft";
import { useStablePlan } from "./use-stable-plan";

const scope = { kind: "groups", groupIds: ["quay", "harbour"], inactiveDays: null } as const;
const make = (reason: string, mintId: () => string) =>
  planCreate(someDraft({ scope }), { reason, mintId });

test("What is previewed before there is a reason is sent word for word afterwards", () => {
  const { result } = renderHook(() => useStablePlan(make));
  const { preview } = result.current;
  const sent = result.current.plan("Each quarter");
  expect(sent.id).toBe(preview.id);
  expect(sent.operations.map(({ operation }) => operation.steps[0]?.request)).toEqual(
    preview.operations.map(({ operation }) => operation.steps[0]?.request),
  );
  expect(new Set(sent.operations.map(({ operation }) => operation.id)).size).toBe(2);
  expect(JSON.stringify(sent.operations[1]?.operation.steps[0]?.request.body)).toContain(
    sent.operations[1]?.operation.id,
  );
});

test("What is planned after a run has other ids than what was run", () => {
  const { result } = renderHook(() => useStablePlan(make));
  const ran = result.current.plan("Each quarter");
  act(() => {
    result.current.renew();
  });
  const next = result.current.plan("Each quarter");
  const idsOf = ({ id, operations }: typeof ran) => [
    id,
    ...operations.map(({ operation }) => operation.id),
  ];
  expect(new Set([...idsOf(ran), ...idsOf(next)]).size).toBe(6);
  expect(result.current.preview.id).toBe(next.id);
});
