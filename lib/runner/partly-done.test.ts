import { expect, test } from "vitest";
import { matchAudit } from "./match-audit";
import { resolveUnknown } from "./resolve-unknown";
import { labelsOfOperation } from "@/lib/operations/registry";
import { retryPlan } from "./retry-plan";
import { runPlan } from "./run-plan";
import { giveRole } from "@/lib/graph/testing/give-role";
import { nth } from "./testing/nth";
import { recordedOperations } from "./testing/recorded-operations";
import { QUARTER_OF_AN_HOUR_MILLISECONDS } from "./testing/resolve-later";
import { run } from "./testing/run";
import { SimulatedFixture } from "./testing/simulated-fixture";
import { auditRecord } from "./testing/fake-directory";
import { ME, RunnerFixture } from "./testing/runner-fixture";

const kinds = ({ directory }: RunnerFixture) => directory.effects.map(({ kind }) => kind);

test("A block that finds the account blocked by somebody else is not called ours, though it ended the sessions", async () => {
  const fixture = new RunnerFixture();
  const guests = fixture.guests(1, { internal: true });
  const plan = fixture.plan("block", guests);
  nth(guests, 0).enabled = false;
  const { results } = await fixture.clock.drive(runPlan(plan, fixture.services));
  expect(kinds(fixture)).toEqual(["sessions-revoked"]);
  expect(results[0]?.outcome?.result).toBe("already-so");
  const { id } = nth(plan.operations, 0).operation;
  expect(fixture.ledger.outcomeOf(id)?.result).toBe("already-so");
});

test("Where the account was blocked already and its sessions could not be ended, nothing of it counts as done", async () => {
  const fixture = new RunnerFixture();
  const guests = fixture.guests(1, { internal: true });
  const plan = fixture.plan("block", guests);
  nth(guests, 0).enabled = false;
  fixture.directory.fateOf = () => ({ kind: "forbidden", applied: false });
  const { results } = await fixture.clock.drive(runPlan(plan, fixture.services));
  expect(results[0]?.outcome?.result).toBe("refused");
  expect(results[0]?.outcome?.detail).toContain("sessions were not ended");
});

test("The sessions of a guest who was blocked already are ended, also where it could not be read at first whether there are any", async () => {
  const fixture = new RunnerFixture();
  const guests = fixture.guests(1, { internal: true });
  const plan = fixture.plan("block", guests);
  const guest = nth(guests, 0);
  guest.enabled = false;
  let readings = 0;
  fixture.directory.readingFails = (path) => {
    if (!path.startsWith(`/users/${guest.id}?`)) return null;
    readings += 1;
    return readings === 2 ? "unavailable" : null;
  };
  const { results } = await fixture.clock.drive(runPlan(plan, fixture.services));
  expect(kinds(fixture)).toEqual(["sessions-revoked"]);
  expect(results[0]?.steps.map(({ outcome }) => outcome.result)).toEqual(["already-so", "done"]);
});

/** A block whose sessions could not be ended. */
async function halfBlocked() {
  const fixture = new RunnerFixture();
  const guests = fixture.guests(1, { internal: true });
  fixture.directory.fateOf = ({ path }) =>
    path.endsWith("/revokeSignInSessions") ? { kind: "forbidden", applied: false } : "well";
  const plan = fixture.plan("block", guests);
  const { results } = await fixture.clock.drive(runPlan(plan, fixture.services));
  fixture.directory.fateOf = () => "well";
  return { fixture, plan, results, guest: nth(guests, 0) };
}

test("The rest of a block is not sent where somebody has unblocked the guest meanwhile", async () => {
  const { fixture, plan, results, guest } = await halfBlocked();
  guest.enabled = true;
  const again = retryPlan(plan, results, "once more", () => fixture.mintId());
  const retried = await fixture.clock.drive(runPlan(again, fixture.services));
  expect(retried.results[0]?.outcome).toMatchObject({ result: "refused", evidence: "observed" });
  expect(retried.results[0]?.outcome?.detail).toBe("The account is no longer blocked.");
  const rest = again.operations.map(({ operation }) => labelsOfOperation(operation).notDone);
  expect(rest, "that sign-in is blocked is true no more").toEqual(["The sessions were not ended."]);
  expect(kinds(fixture)).toEqual(["blocked"]);
});

test("A block that is refused is not looked at again for what would have followed on it", async () => {
  const fixture = new SimulatedFixture(20);
  const guest = nth(
    fixture.guests(({ accountEnabled }) => accountEnabled),
    0,
  );
  const plan = fixture.plan("block", [guest]);
  giveRole(fixture.simulated.tenant.directory, "for the whole tenant", guest.id);
  const before = fixture.simulated.sent.length;
  const { results } = await runPlan(plan, fixture.services);
  expect(results[0]?.outcome?.result).toBe("refused");
  // The check before sending is one batch.
  const sent = fixture.simulated.sent.slice(before);
  expect(sent.filter((line) => line.includes("/$batch"))).toHaveLength(1);
  expect(sent.filter((line) => line.includes(guest.id))).toEqual([]);
});

test("One record of the audit log does not prove a block of two requests", async () => {
  const { fixture, plan, results } = await halfBlocked();
  const { operation } = nth(plan.operations, 0);
  const record = { activity: "Disable account", actorId: ME, targetId: operation.guestId ?? "" };
  fixture.directory.audits = [
    auditRecord({ ...record, tracking: operation.id, at: "2026-11-20T00:00:05Z" }),
  ];
  const unknown = {
    ...nth(results, 0),
    outcome: { ...nth(results, 0).outcome, result: "unknown" },
  };
  for (const steps of [fixture.ledger.stepsOf(operation.id), []]) {
    const unresolved = {
      operation,
      actorId: ME,
      recordedAt: 0,
      outcome: unknown.outcome as never,
      steps,
    };
    expect(await matchAudit(unresolved, fixture.services.graph)).toBeNull();
  }
});

test("A block that died between its requests is not called done since the account is gone by now", async () => {
  const fixture = new RunnerFixture();
  const guests = fixture.guests(1, { internal: true });
  const [recorded] = await recordedOperations(fixture, "block", guests);
  if (recorded === undefined) throw new TypeError("Nothing was recorded.");
  const { guestId: targetId, id: tracking } = recorded;
  const at = new Date(fixture.clock.now()).toISOString();
  fixture.directory.audits = [
    auditRecord({ activity: "Disable account", actorId: ME, targetId, tracking, at }),
  ];
  nth(guests, 0).where = "deleted";
  await fixture.clock.drive(fixture.clock.sleep(2 * QUARTER_OF_AN_HOUR_MILLISECONDS));
  const [resolved] = await fixture.clock.drive(resolveUnknown([recorded], fixture.services));
  expect(resolved?.outcome?.result).toBe("partly-done");
});

test("A step whose outcome is unknown is asked about again, and said once", async () => {
  const fixture = new RunnerFixture();
  fixture.directory.fateOf = ({ path }) =>
    path.endsWith("/revokeSignInSessions") ? { kind: "no-answer", applied: true } : "well";
  const { plan } = await run(fixture, "block", fixture.guests(1, { internal: true }));
  const { operation } = nth(plan.operations, 0);
  const outcome = () => fixture.ledger.outcomeOf(operation.id);
  expect(outcome()?.result).toBe("partly-done");
  const unresolved = () => ({
    ...{ operation, actorId: ME, recordedAt: fixture.recordedAt.get(operation.id) ?? 0 },
    ...{ outcome: outcome(), steps: fixture.ledger.stepsOf(operation.id) },
  });
  const before = fixture.ledger.entries.length;
  await fixture.clock.drive(fixture.clock.sleep(2 * QUARTER_OF_AN_HOUR_MILLISECONDS));
  await fixture.clock.drive(resolveUnknown([unresolved()], fixture.services));
  const once = fixture.ledger.entries.length;
  await fixture.clock.drive(resolveUnknown([unresolved()], fixture.services));
  expect(fixture.ledger.entries.length, "the same is not said again").toBe(once);
  expect(once).toBeGreaterThanOrEqual(before);
  const step = nth(operation.steps, 1);
  fixture.directory.audits = [
    auditRecord({
      activity: "Update StsRefreshTokenValidFrom Timestamp",
      ...{ actorId: ME, targetId: operation.guestId ?? "", tracking: step.id },
      at: "2026-11-20T00:00:05Z",
    }),
  ];
  await fixture.clock.drive(resolveUnknown([unresolved()], fixture.services));
  expect(outcome()?.result).toBe("done");
});

test("A whole is not said to be worse known since a step of it is unknown as before", async () => {
  const fixture = new RunnerFixture();
  const guests = fixture.guests(1, { internal: true });
  const recorded = nth(await recordedOperations(fixture, "block", guests), 0);
  const { id: operationId, guestId, operation } = recorded;
  const outcome = (result: "done" | "unknown" | "partly-done") =>
    ({ result, evidence: "observed", detail: "As it was.", requestId: null }) as const;
  const said = { kind: "carried-out", operationId, guestId } as const;
  const [first, second] = operation.steps.map(({ id: stepId }) => ({ ...said, stepId }));
  if (first === undefined || second === undefined) throw new TypeError("It has two requests.");
  const entries = [
    { ...first, outcome: outcome("done") },
    { ...second, outcome: outcome("unknown") },
    { ...said, outcome: outcome("partly-done") },
  ];
  await fixture.services.append({
    entries: entries.map((entry) => ({ ...entry, id: fixture.mintId() })),
    cards: [],
  });
  await fixture.clock.drive(fixture.clock.sleep(2 * QUARTER_OF_AN_HOUR_MILLISECONDS));
  await fixture.clock.drive(resolveUnknown([recorded], fixture.services));
  const { evidence, result } = fixture.ledger.outcomeOf(operationId) ?? outcome("done");
  expect([result, evidence]).toEqual(["partly-done", "observed"]);
  expect(fixture.ledger.entries.filter((entry) => "correction" in entry)).toEqual([]);
});
