import { expect, test } from "vitest";
import { resolveUnknown } from "./resolve-unknown";
import { runPlan } from "./run-plan";
import { nth } from "./testing/nth";
import { RunnerFixture } from "./testing/runner-fixture";
import { fakeLeases } from "./testing/fake-leases";

const MINUTE = 60_000;

test("Nothing is sent once the lease has lapsed, though its token came late", async () => {
  const fixture = new RunnerFixture();
  const guests = fixture.guests(1);
  const plan = fixture.plan("block", guests);
  const { operation } = nth(plan.operations, 0);
  const { graph } = fixture.services;
  const services: typeof fixture.services = {
    ...fixture.services,
    graph: {
      read: (...args) => graph.read(...args),
      pages: (...args) => graph.pages(...args),
      batch: (...args) => graph.batch(...args),
      // The computer sleeps while the token is got.
      send: async (...args) => {
        await fixture.clock.sleep(60 * MINUTE);
        return await graph.send(...args);
      },
    },
  };
  const colleague = async () => {
    await fixture.clock.sleep(30 * MINUTE);
    const leases = fakeLeases(fixture.ledger, new Set(), () => fixture.clock.now());
    const recordedAt = fixture.recordedAt.get(operation.id) ?? 0;
    const actorId = services.me.userId;
    const unresolved = { operation, actorId, recordedAt, outcome: null, steps: [] };
    await resolveUnknown([unresolved], { ...fixture.services, leases });
  };
  await fixture.clock.drive(Promise.all([runPlan(plan, services), colleague()]));
  expect(fixture.directory.effects).toEqual([]);
  expect(fixture.ledger.outcomeOf(operation.id)?.result).toBe("failed");
});
