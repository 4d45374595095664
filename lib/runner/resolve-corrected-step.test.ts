import { expect, test } from "vitest";
import { resolveUnknown } from "./resolve-unknown";
import { nth } from "./testing/nth";
import { QUARTER_OF_AN_HOUR_MILLISECONDS } from "./testing/resolve-later";
import { run } from "./testing/run";
import { ME, SmallFixture } from "./testing/small-fixture";

test("A block whose first request a person called unknown is resolved, the request and the whole", async () => {
  const fixture = new SmallFixture();
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
