import { expect, test } from "vitest";
import { operationIdIn } from "@/lib/domain/reviews/marker";
import type { Result } from "@/lib/domain/outcome";
import { ReviewFixture } from "./testing/review-fixture";
import { RunnerFixture } from "./testing/runner-fixture";
import { nth } from "./testing/nth";
import type { Fate } from "./testing/fake-directory";
import { retryPlan } from "./retry-plan";

const endedOf = (operationId: string) => ({ operationId, steps: [] });

test("what failed is tried again as new operations that bear their own marks, and nothing else is", async () => {
  const fixture = new ReviewFixture();
  const refused: Fate = { kind: "bad-request", applied: false };
  fixture.reviews.fateOf = ({ path }) => (path === "/groups" ? refused : "well");
  const plan = fixture.plan(fixture.create(), fixture.createGroup());
  const failed = nth(plan.operations, 1).operation;
  await fixture.run(plan);
  fixture.reviews.fateOf = () => "well";
  const again = retryPlan(plan, [endedOf(failed.id)], "once more", () => fixture.runner.mintId());
  const { operation } = nth(again.operations, 0);
  expect(again.operations).toHaveLength(1);
  expect(operation).toMatchObject({ kind: "create-group", reason: "once more", planId: again.id });
  expect(operation.id).not.toBe(failed.id);
  expect(operation.subject.id).toBe(operation.id);
  expect(JSON.stringify(operation)).not.toContain(failed.id);
  const { results } = await fixture.run(again);
  expect(results[0]?.outcome?.result).toBe("done");
  expect([fixture.reviews.reviews.size, fixture.reviews.groups.size]).toEqual([1, 1]);
});

test("the mark in a description is renewed, and the rest of the request stays", () => {
  const fixture = new ReviewFixture();
  const plan = fixture.plan(fixture.create("Partners"));
  const { operation } = nth(plan.operations, 0);
  const again = retryPlan(plan, [endedOf(operation.id)], "again", () => fixture.runner.mintId());
  const renewed = nth(again.operations, 0).operation;
  const { request } = nth(renewed.steps, 0);
  const { descriptionForAdmins } = request.body as { descriptionForAdmins: string };
  expect(operationIdIn(descriptionForAdmins)).toBe(renewed.id);
  expect(request).toMatchObject({
    path: operation.steps[0]?.request.path,
    body: { displayName: "Partners" },
  });
});

test("the sessions that the undo of an unblock left open are ended by a plan that takes nothing back", () => {
  const fixture = new RunnerFixture();
  const guests = fixture.guests(1, { internal: true });
  const plan = fixture.plan("block", guests);
  const undo = {
    ...plan,
    operations: plan.operations.map((planned) => ({
      ...planned,
      operation: { ...planned.operation, undoes: fixture.mintId() },
    })),
  };
  const { operation } = nth(plan.operations, 0);
  const [first, second] = operation.steps;
  const step = (id: string | undefined, result: Result) => ({
    ...{ stepId: id ?? "", name: "block" },
    outcome: { result, evidence: "reported", detail: null, requestId: null } as const,
  });
  const steps = [step(first?.id, "done"), step(second?.id, "refused")];
  const again = retryPlan(undo, [{ operationId: operation.id, steps }], "again", () =>
    fixture.mintId(),
  );
  expect(nth(again.operations, 0).operation).toMatchObject({
    kind: "block",
    undoes: null,
    steps: [{ name: "end-sessions", request: second?.request }],
  });
  const whole = retryPlan(undo, [endedOf(operation.id)], "again", () => fixture.mintId());
  expect(nth(whole.operations, 0).operation.undoes, "the whole of it takes it back").not.toBeNull();
});
