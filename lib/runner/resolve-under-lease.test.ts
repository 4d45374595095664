import { expect, test } from "vitest";
import { resolveUnknown } from "./resolve-unknown";
import { nth } from "./testing/nth";
import { recordedOperations } from "./testing/recorded-operations";
import { auditRecord } from "./testing/fake-directory";
import { ME, RunnerFixture } from "./testing/runner-fixture";

test("what was recorded meanwhile is not replaced by an older page's reading", async () => {
  const fixture = new RunnerFixture();
  const operation = nth(
    await recordedOperations(fixture, "resend", fixture.guests(1, { pending: true })),
    0,
  );
  const { id: operationId, guestId } = operation;
  const outcome = { result: "done", evidence: "reported", detail: null, requestId: null } as const;
  const id = fixture.mintId();
  await fixture.services.append({
    entries: [{ id, kind: "carried-out", operationId, guestId, outcome }],
    cards: [],
  });
  await fixture.clock.drive(resolveUnknown([operation], fixture.services));
  expect(fixture.ledger.outcomesOf(operationId)).toEqual([outcome]);
});

/** An outcome that somebody records at the moment when the resolver has the lease, or right before it. */
const reported = { result: "done", evidence: "reported", detail: null, requestId: null } as const;

test("what was recorded before the lease was had is read under it, and is what is shown", async () => {
  const fixture = new RunnerFixture();
  const operation = nth(await recordedOperations(fixture, "block", fixture.guests(1)), 0);
  const { id: operationId, guestId } = operation;
  await fixture.clock.drive(fixture.clock.sleep(20 * 60_000));
  const said = { id: fixture.mintId(), kind: "carried-out", operationId, guestId } as const;
  const { leases } = fixture.services;
  const hold: typeof leases.hold = async (planId, purpose, work) => {
    // Somebody else has had the lease between the page's reading and ours.
    await leases.hold(planId, "read", ({ fence }) =>
      fixture.services.append({ entries: [{ ...said, outcome: reported, fence }], cards: [] }),
    );
    return await leases.hold(planId, purpose, work);
  };
  const services = { ...fixture.services, leases: { hold } };
  const [resolved] = await fixture.clock.drive(resolveUnknown([operation], services));
  expect(resolved?.outcome).toMatchObject(reported);
  expect(fixture.ledger.outcomesOf(operationId)).toEqual([reported]);
});

test("what was partly recorded before the lease was had is still asked about while one of its requests is unknown", async () => {
  const fixture = new RunnerFixture();
  const operation = nth(
    await recordedOperations(fixture, "block", fixture.guests(1, { internal: true })),
    0,
  );
  const { id: operationId, guestId: targetId } = operation;
  const said = { kind: "carried-out", operationId, guestId: targetId } as const;
  const [first, second] = operation.operation.steps.map(({ id: stepId }) => ({ ...said, stepId }));
  if (first === undefined || second === undefined) throw new TypeError("It has two requests.");
  const entries = [
    { ...first, outcome: reported },
    { ...second, outcome: { ...reported, result: "unknown" as const } },
    { ...said, outcome: { ...reported, result: "partly-done" as const } },
  ].map((entry) => ({ ...entry, id: fixture.mintId() }));
  await fixture.services.append({ entries, cards: [] });
  const at = new Date(fixture.clock.now()).toISOString();
  const activity = "Update StsRefreshTokenValidFrom Timestamp";
  fixture.directory.audits = [
    auditRecord({ activity, actorId: ME, targetId, tracking: second.stepId, at }),
  ];
  const [resolved] = await fixture.clock.drive(resolveUnknown([operation], fixture.services));
  expect(resolved?.outcome?.result).toBe("done");
  expect(fixture.ledger.outcomeOf(operationId, second.stepId)?.evidence).toBe("audited");
});

test("what the ledger refuses is not shown: what it has is", async () => {
  const fixture = new RunnerFixture();
  const operation = nth(await recordedOperations(fixture, "block", fixture.guests(1)), 0);
  const { id: operationId, guestId } = operation;
  await fixture.clock.drive(fixture.clock.sleep(20 * 60_000));
  const said = { id: fixture.mintId(), kind: "carried-out", operationId, guestId } as const;
  let isSaid = false;
  const append: typeof fixture.services.append = async (request) => {
    // Another machine holds the lease by now and has recorded what it knows.
    if (!isSaid) {
      isSaid = true;
      const fence = fixture.ledger.nextFence(operation.operation.planId);
      const entry = { ...said, outcome: reported, fence };
      await fixture.services.append({ entries: [entry], cards: [] });
    }
    return await fixture.services.append(request);
  };
  const services = { ...fixture.services, append };
  const [resolved] = await fixture.clock.drive(resolveUnknown([operation], services));
  expect(resolved?.outcome).toMatchObject(reported);
  expect(fixture.ledger.outcomesOf(operationId)).toEqual([reported]);
});

test("what the ledger could not take now is not said to be resolved", async () => {
  const fixture = new RunnerFixture();
  const operation = nth(await recordedOperations(fixture, "block", fixture.guests(1)), 0);
  await fixture.clock.drive(fixture.clock.sleep(20 * 60_000));
  fixture.ledger.fateOf = () => "down";
  const [resolved] = await fixture.clock.drive(resolveUnknown([operation], fixture.services));
  expect(resolved?.outcome).toBeNull();
  expect([...fixture.outboxEntries.values()]).toHaveLength(1);
});
