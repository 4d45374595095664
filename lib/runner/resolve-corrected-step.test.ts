import { expect, test } from "vitest";
import { READ_AGAIN } from "@/lib/domain/outcome";
import { resolveUnknown } from "./resolve-unknown";
import { nth } from "./testing/nth";
import { QUARTER_OF_AN_HOUR_MILLISECONDS } from "./testing/resolve-later";
import { run } from "./testing/run";
import { ReviewFixture } from "./testing/review-fixture";
import { ME, RunnerFixture } from "./testing/runner-fixture";

test("A block whose first request a person called unknown is resolved, the request and the whole", async () => {
  const fixture = new RunnerFixture();
  const guests = fixture.guests(1, { internal: true });
  const { plan } = await run(fixture, "block", guests);
  const { operation } = nth(plan.operations, 0);
  const stepId = nth(operation.steps, 0).id;
  const { ledger, services, clock } = fixture;
  const fence = ledger.nextFence(operation.planId);
  const { guestId, id: operationId } = operation;
  const said = {
    ...{ kind: "carried-out" as const, operationId, guestId, fence, correction: "I doubt it" },
    outcome: { result: "unknown", evidence: "reported", detail: null, requestId: null } as const,
  };
  const correction = { ...said, id: fixture.mintId() };
  const ofStep = { ...said, id: fixture.mintId(), stepId };
  await services.append({ entries: [ofStep, correction], cards: [] });
  // Somebody unblocked the guest, and the log has nothing.
  nth(guests, 0).enabled = true;
  Object.defineProperty(fixture.directory, "allAudits", { get: () => [] });
  await clock.drive(clock.sleep(2 * QUARTER_OF_AN_HOUR_MILLISECONDS));
  const unresolved = {
    ...{ operation, actorId: ME, recordedAt: fixture.recordedAt.get(operationId) ?? 0 },
    ...{ outcome: ledger.outcomeOf(operationId), steps: ledger.stepsOf(operationId) },
  };
  await clock.drive(resolveUnknown([unresolved], services));
  expect(ledger.outcomeOf(operationId, stepId)?.result).toBe("failed");
  expect(ledger.outcomeOf(operationId)?.result).toBe("failed");
});

test("What a person called failed and the directory shows all the same is corrected by the reading, in place of their word", async () => {
  const fixture = new ReviewFixture();
  const { operation } = await fixture.runOne(fixture.create());
  const { id: operationId, planId } = operation;
  const { ledger, services, clock } = fixture;
  const fence = ledger.nextFence(planId);
  const byPerson = {
    ...{ id: fixture.runner.mintId(), kind: "carried-out" as const, operationId, guestId: null },
    outcome: { result: "failed", evidence: "reported", detail: null, requestId: null } as const,
    ...{ correction: "I do not see the review.", fence },
  };
  await services.append({ entries: [byPerson], cards: [] });
  // The log is late, and the review bears the operation's mark.
  Object.defineProperty(fixture.reviews, "audits", { get: () => [] });
  const recorded = ledger.recordedOf(planId).get(operationId);
  const unresolved = {
    ...{ operation, actorId: ME, recordedAt: fixture.runner.recordedAt.get(operationId) ?? 0 },
    ...{ outcome: recorded?.outcome ?? null, steps: recorded?.steps ?? [] },
  };
  const [resolved] = await clock.drive(resolveUnknown([unresolved], services));
  expect(resolved?.outcome).toMatchObject({ result: "done", evidence: "observed" });
  expect(ledger.entries.at(-1)).toMatchObject({
    ...{ outcome: { result: "done", evidence: "observed" } },
    ...{ correction: READ_AGAIN, replaces: byPerson.id },
  });
});
