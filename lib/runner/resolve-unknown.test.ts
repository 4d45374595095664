import { expect, test } from "vitest";
import { GraphError } from "@/lib/graph/graph-error";
import { nth } from "./testing/nth";
import { auditRecord } from "./testing/fake-directory";
import { ME, RunnerFixture } from "./testing/runner-fixture";
import { resolveLater } from "./testing/resolve-later";
import { resolveUnknown } from "./resolve-unknown";
import { type RecordedOperation, recordedOperations } from "./testing/recorded-operations";

const AT = "2026-11-20T00:00:05Z";
const SOMEBODY = "00000000-0000-4000-9000-0000000000aa";

/** What somebody did, as Entra's audit log has it. */
const inAuditLog = (activity: string, { guestId }: RecordedOperation, by: string, id: string) =>
  auditRecord({ activity, actorId: by, targetId: guestId, tracking: id, at: AT });

test("a closed tab's operations are resolved by Entra's audit log, then by what the directory shows, and nothing is sent", async () => {
  const fixture = new RunnerFixture();
  const guests = fixture.guests(3);
  const operations = await recordedOperations(fixture, "remove", guests);
  const [ours, theirs, unsent] = operations as [
    RecordedOperation,
    RecordedOperation,
    RecordedOperation,
  ];
  nth(guests, 0).where = "deleted";
  nth(guests, 1).where = "deleted";
  fixture.directory.audits = [inAuditLog("Delete user", ours, ME, ours.id)];
  const outcomes = await resolveLater(fixture, fixture.services);
  expect(outcomes.get(ours.id)).toMatchObject({ result: "done", evidence: "audited" });
  expect(outcomes.get(theirs.id)?.result).toBe("unknown");
  expect(outcomes.get(theirs.id)?.detail).toContain("somebody else may have done it");
  expect(outcomes.get(unsent.id)).toMatchObject({ result: "failed", evidence: "observed" });
  expect(fixture.directory.writes).toEqual([]);
});

test("what we did and a colleague undid is done, by Entra's own record of it", async () => {
  const fixture = new RunnerFixture();
  const operation = nth(await recordedOperations(fixture, "block", fixture.guests(1)), 0);
  fixture.directory.audits = [
    inAuditLog("Disable account", operation, ME, operation.id),
    inAuditLog("Enable account", operation, SOMEBODY, "another-id"),
  ];
  await fixture.clock.drive(resolveUnknown([operation], fixture.services));
  expect(fixture.ledger.outcomeOf(operation.id)).toMatchObject({
    result: "done",
    evidence: "audited",
  });
});

test("what was never sent and somebody did in the portal is not called ours", async () => {
  const fixture = new RunnerFixture();
  const guest = nth(fixture.guests(1), 0);
  const operation = nth(await recordedOperations(fixture, "block", [guest]), 0);
  guest.enabled = false;
  fixture.directory.audits = [inAuditLog("Disable account", operation, SOMEBODY, "another-id")];
  const outcomes = await resolveLater(fixture, fixture.services);
  expect(outcomes.get(operation.id)?.result).toBe("unknown");
});

test("what is not there any more, and was done by somebody since, is not called never sent", async () => {
  const fixture = new RunnerFixture();
  const operation = nth(await recordedOperations(fixture, "block", fixture.guests(1)), 0);
  fixture.directory.audits = [inAuditLog("Disable account", operation, ME, "another-id")];
  const outcomes = await resolveLater(fixture, fixture.services);
  expect(outcomes.get(operation.id)?.result).toBe("unknown");
});

test("what a person corrected after the list was read is not replaced by reading", async () => {
  const fixture = new RunnerFixture();
  const operation = nth(await recordedOperations(fixture, "block", fixture.guests(1)), 0);
  const { id: operationId, guestId } = operation;
  await fixture.clock.drive(fixture.clock.sleep(20 * 60_000));
  const outcome = { result: "done", evidence: "reported", detail: null, requestId: null } as const;
  const unknown = { ...outcome, result: "unknown" } as const;
  const correction = "Blocked, and let in again by somebody else.";
  const said = { id: fixture.mintId(), kind: "carried-out", operationId, guestId } as const;
  await fixture.clock.drive(
    fixture.services.leases.hold(operation.operation.planId, "read", ({ fence }) => {
      const before = { ...said, id: fixture.mintId(), outcome: unknown, fence };
      const entry = { ...said, outcome, correction, fence };
      return fixture.services.append({ entries: [before, entry], cards: [] });
    }),
  );
  await fixture.clock.drive(resolveUnknown([operation], fixture.services));
  expect(fixture.ledger.outcomesOf(operationId)).toEqual([unknown, outcome]);
});

test("while Entra's audit log may be late, nothing is said", async () => {
  const fixture = new RunnerFixture();
  const operation = nth(await recordedOperations(fixture, "block", fixture.guests(1)), 0);
  const resolved = await fixture.clock.drive(resolveUnknown([operation], fixture.services));
  expect(resolved[0]?.outcome).toBeNull();
  expect(fixture.ledger.outcomeOf(operation.id)).toBeNull();
});

test("an audit log that cannot be read is no empty one: what does not show may have been undone", async () => {
  const fixture = new RunnerFixture();
  const operation = nth(await recordedOperations(fixture, "block", fixture.guests(1)), 0);
  const pages: typeof fixture.services.graph.pages = () => {
    throw new GraphError("forbidden", "as the test wished");
  };
  const services = { ...fixture.services, graph: { ...fixture.services.graph, pages } };
  const outcomes = await resolveLater(fixture, services);
  expect(outcomes.get(operation.id)).toMatchObject({ result: "unknown", evidence: "reported" });
  expect(outcomes.get(operation.id)?.detail).toContain("could not be read");
});

test("a log that was asked before it could have the record proves nothing, however long the rest took", async () => {
  const fixture = new RunnerFixture();
  const operation = nth(await recordedOperations(fixture, "block", fixture.guests(1)), 0);
  const { graph } = fixture.services;
  const slow: typeof graph.read = async (path, options) => {
    // The computer slept between the two readings.
    await fixture.clock.sleep(20 * 60_000);
    return await graph.read(path, options);
  };
  const services = { ...fixture.services, graph: { ...graph, read: slow } };
  await fixture.clock.drive(resolveUnknown([operation], services));
  expect(fixture.ledger.outcomeOf(operation.id)).toBeNull();
});

test("a plan that still runs in another tab is left alone", async () => {
  const fixture = new RunnerFixture();
  const operations = await recordedOperations(fixture, "remove", fixture.guests(1));
  fixture.running.add(nth(operations, 0).operation.planId);
  const resolved = await fixture.clock.drive(resolveUnknown(operations, fixture.services));
  expect(resolved[0]?.outcome).toBeNull();
  expect(fixture.ledger.outcomeOf(nth(operations, 0).id)).toBeNull();
});

test("somebody else's fresh operation is left alone, and their old one is resolved", async () => {
  const fixture = new RunnerFixture();
  const both = await recordedOperations(fixture, "block", fixture.guests(2));
  const fresh = nth(both, 0);
  const old = nth(both, 1);
  const hourAgo = fixture.clock.now() - 3_600_000;
  const theirs = [
    { ...fresh, actorId: SOMEBODY },
    { ...old, actorId: SOMEBODY, recordedAt: hourAgo },
  ];
  const resolved = await fixture.clock.drive(resolveUnknown(theirs, fixture.services));
  const outcomes = Object.fromEntries(
    resolved.map(({ operationId, outcome }) => [operationId, outcome]),
  );
  expect(outcomes[fresh.id]).toBeNull();
  expect(outcomes[old.id]?.result).toBe("failed");
});

test("what cannot be read stays unresolved", async () => {
  const fixture = new RunnerFixture();
  const operations = await recordedOperations(fixture, "block", fixture.guests(1));
  fixture.directory.readingFails = () => "unavailable";
  const resolved = await fixture.clock.drive(resolveUnknown(operations, fixture.services));
  expect(resolved[0]?.outcome).toBeNull();
  expect(fixture.ledger.outcomesOf(nth(operations, 0).id)).toEqual([]);
});

function invitation(guestId: string, actorId: string, correlationId: string) {
  return {
    id: `audit-of-${correlationId}`,
    activityDisplayName: "Invite external user",
    activityDateTime: "2026-11-20T00:00:05Z",
    result: "success",
    correlationId,
    initiatedBy: { user: { id: actorId } },
    targetResources: [{ id: guestId }],
  };
}

test("a mail whose fate is unknown is resolved only by Entra's own record of it", async () => {
  const fixture = new RunnerFixture();
  const operations = await recordedOperations(
    fixture,
    "resend",
    fixture.guests(2, { pending: true }),
  );
  const recorded = nth(operations, 0);
  const silent = nth(operations, 1);
  fixture.directory.audits = [
    invitation(recorded.guestId, ME, recorded.id),
    invitation(silent.guestId, ME, "another-id"),
  ];
  await fixture.clock.drive(resolveUnknown(operations, fixture.services));
  expect(fixture.ledger.outcomeOf(recorded.id)).toMatchObject({
    result: "done",
    evidence: "audited",
  });
  expect(fixture.ledger.outcomeOf(silent.id)?.result).toBe("unknown");
});

test("the same person's own change at the same time proves nothing: only the correlation id does", async () => {
  const fixture = new RunnerFixture();
  const operation = nth(
    await recordedOperations(fixture, "resend", fixture.guests(1, { pending: true })),
    0,
  );
  const { guestId, id } = operation;
  fixture.directory.audits = [invitation(guestId, ME, "other")];
  await fixture.clock.drive(resolveUnknown([operation], fixture.services));
  expect(fixture.ledger.outcomeOf(id)?.result).toBe("unknown");
  fixture.directory.audits = [invitation(guestId, ME, "other"), invitation(guestId, ME, id)];
  await fixture.clock.drive(resolveUnknown([operation], fixture.services));
  expect(fixture.ledger.outcomeOf(id)).toMatchObject({
    result: "done",
    evidence: "audited",
    auditRecord: { id: `audit-of-${id}`, correlationId: id },
  });
});

test.each<[string, Partial<ReturnType<typeof invitation>>]>([
  ["of somebody else's change", { initiatedBy: { user: { id: SOMEBODY } } }],
  ["about somebody else", { targetResources: [{ id: SOMEBODY }] }],
  ["of another activity", { activityDisplayName: "Disable account" }],
  ["of a failure", { result: "failure" }],
])("a record with the correlation id, but %s, proves nothing", async (_, change) => {
  const fixture = new RunnerFixture();
  const operation = nth(
    await recordedOperations(fixture, "resend", fixture.guests(1, { pending: true })),
    0,
  );
  const { guestId, id } = operation;
  fixture.directory.audits = [{ ...invitation(guestId, ME, id), ...change }];
  await fixture.clock.drive(resolveUnknown([operation], fixture.services));
  expect(fixture.ledger.outcomeOf(id)?.result).toBe("unknown");
});
