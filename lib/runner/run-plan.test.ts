import { expect, test } from "vitest";
import type { RunEvent } from "./run";
import { retryPlan } from "./retry-plan";
import { plannedEntry } from "./run-recorder";
import { runPlan } from "./run-plan";
import { nth } from "./testing/nth";
import { run } from "./testing/run";
import { RunnerFixture } from "./testing/runner-fixture";

test("every operation is durable before it is sent, and sent before its outcome", async () => {
  const fixture = new RunnerFixture();
  const { plan } = await run(fixture, "remove", fixture.guests(250));
  for (const { operation } of plan.operations) {
    const at = ["planned", "effect", "outcome"].map((word) =>
      fixture.journal.indexOf(`${word} ${operation.id}`),
    );
    expect(at[0]).toBeGreaterThanOrEqual(0);
    expect(at).toEqual([...at].sort((one, other) => one - other));
  }
  expect(fixture.ledger.requests.every(({ entries }) => entries.length <= 100)).toBe(true);
  expect(fixture.outboxEntries.size).toBe(0);
});

test("a name and a mail go to the ledger on a card and nowhere else", async () => {
  const fixture = new RunnerFixture();
  const guest = nth(fixture.guests(1), 0);
  await run(fixture, "block", [guest]);
  expect(JSON.stringify(fixture.ledger.entries)).not.toContain(guest.mail);
  expect(fixture.ledger.requests[0]?.cards).toEqual([
    { subjectId: guest.id, displayName: `Guest ${guest.id}`, mail: guest.mail },
  ]);
});

test("nothing is sent when the ledger cannot be written", async () => {
  const fixture = new RunnerFixture();
  fixture.ledger.fateOf = () => "down";
  const { result } = await run(fixture, "remove", fixture.guests(5));
  expect(result.stopped).toEqual({ kind: "ledger-unavailable" });
  expect(fixture.directory.writes).toEqual([]);
  expect(result.results.every(({ recorded, outcome }) => !recorded && outcome === null)).toBe(true);
});

test("an operation whose receipt was lost is recorded again under the same id, and sent once", async () => {
  const fixture = new RunnerFixture();
  let answers = 0;
  fixture.ledger.fateOf = () => (++answers === 1 ? "answer-lost" : "well");
  const { plan, outcomes } = await run(fixture, "remove", fixture.guests(3));
  expect(outcomes.map((outcome) => outcome?.result)).toEqual(["done", "done", "done"]);
  expect(fixture.ledger.operations()).toHaveLength(plan.operations.length);
  expect(fixture.directory.effects).toHaveLength(3);
});

test("a plan that is run a second time changes nothing and records nothing", async () => {
  const fixture = new RunnerFixture();
  const guests = fixture.guests(3);
  const { plan } = await run(fixture, "block", guests);
  for (const guest of guests) guest.enabled = true;
  const before = fixture.ledger.entries.length;
  await fixture.clock.drive(runPlan(plan, fixture.services));
  expect(fixture.directory.effects.filter(({ kind }) => kind === "blocked")).toHaveLength(3);
  expect(fixture.ledger.entries).toHaveLength(before);
});

test("a plan that is run again and stopped at once says nothing of what an earlier run may have sent", async () => {
  const fixture = new RunnerFixture();
  const plan = fixture.plan("block", fixture.guests(3));
  const entries = plan.operations.map(({ operation }) =>
    plannedEntry(operation, plan.operations.length),
  );
  await fixture.services.append({ entries, cards: [] });
  const controller = new AbortController();
  const onEvent = (event: RunEvent) => {
    if (event.kind === "operation" && event.state === "recorded") controller.abort();
  };
  const work = runPlan(plan, fixture.services, { signal: controller.signal, onEvent });
  const { results, stopped } = await fixture.clock.drive(work);
  expect(stopped).toEqual({ kind: "asked" });
  expect(results.map(({ outcome }) => outcome)).toEqual([null, null, null]);
  expect(fixture.ledger.entries.map(({ kind }) => kind)).toEqual(entries.map(() => "planned"));
});

test("every operation is recorded with how many were confirmed, so that a closed tab leaves their number", async () => {
  const fixture = new RunnerFixture();
  await run(fixture, "keep", fixture.guests(120));
  const [first] = fixture.ledger.requests;
  expect(first?.entries).toHaveLength(100);
  expect(first?.entries.every((entry) => "confirmed" in entry && entry.confirmed === 120)).toBe(
    true,
  );
});

test("a plan that runs already is not run beside itself", async () => {
  const fixture = new RunnerFixture();
  const plan = fixture.plan("remove", fixture.guests(20));
  const both = Promise.all([runPlan(plan, fixture.services), runPlan(plan, fixture.services)]);
  const [, second] = await fixture.clock.drive(both);
  expect(second.stopped).toEqual({ kind: "already-running" });
  expect(fixture.directory.effects).toHaveLength(20);
});

test("keeping is recorded, and nothing is sent", async () => {
  const fixture = new RunnerFixture();
  const { result } = await run(fixture, "keep", fixture.guests(4));
  expect(fixture.ledger.operations()).toHaveLength(4);
  expect(fixture.directory.writes).toEqual([]);
  expect(result.results.every(({ recorded, outcome }) => recorded && outcome === null)).toBe(true);
});

test("blocking ends the sessions of an account that signs in here", async () => {
  const fixture = new RunnerFixture();
  const { outcomes, result } = await run(fixture, "block", fixture.guests(1, { internal: true }));
  expect(fixture.directory.effects.map(({ kind }) => kind)).toEqual([
    "blocked",
    "sessions-revoked",
  ]);
  // Nothing of the account tells that its sessions were ended.
  expect(outcomes[0]).toMatchObject({ result: "done", evidence: "reported", detail: null });
  expect(result.results[0]?.steps.map(({ name, outcome }) => [name, outcome.evidence])).toEqual([
    ["block", "observed"],
    ["end-sessions", "reported"],
  ]);
});

test("nobody asks to end the sessions of an external user, on which that has no effect", async () => {
  const fixture = new RunnerFixture();
  const { outcomes } = await run(fixture, "block", fixture.guests(1));
  expect(fixture.directory.writes.map(({ method }) => method)).toEqual(["PATCH"]);
  expect(outcomes[0]).toMatchObject({ result: "done", evidence: "observed", detail: null });
});

test("a block whose sessions could not be ended is never called done, and the rest of it can be tried again", async () => {
  const fixture = new RunnerFixture();
  fixture.directory.fateOf = ({ path }) =>
    path.endsWith("/revokeSignInSessions") ? { kind: "forbidden", applied: false } : "well";
  const { plan, result, outcomes } = await run(
    fixture,
    "block",
    fixture.guests(1, { internal: true }),
  );
  expect(outcomes[0]?.result).toBe("partly-done");
  expect(outcomes[0]?.detail).toContain("sessions were not ended");
  const { id, steps } = nth(plan.operations, 0).operation;
  const recorded = steps.map((step) => fixture.ledger.outcomeOf(id, step.id)?.result);
  expect(recorded).toEqual(["done", "refused"]);
  fixture.directory.fateOf = () => "well";
  const again = retryPlan(plan, result.results, "once more", () => fixture.mintId());
  expect(nth(again.operations, 0).operation.steps.map(({ name }) => name)).toEqual([
    "end-sessions",
  ]);
  const { results } = await fixture.clock.drive(runPlan(again, fixture.services));
  expect(results[0]?.outcome?.result).toBe("done");
  expect(fixture.directory.effects.map(({ kind }) => kind)).toEqual([
    "blocked",
    "sessions-revoked",
  ]);
});

test("whether sessions were ended is not known where Graph only ever put it off", async () => {
  const fixture = new RunnerFixture();
  fixture.directory.fateOf = ({ path }) =>
    path.endsWith("/revokeSignInSessions") ? { kind: "unavailable", applied: false } : "well";
  const { outcomes } = await run(fixture, "block", fixture.guests(1, { internal: true }));
  expect(outcomes[0]?.result).toBe("partly-done");
  expect(outcomes[0]?.detail).toContain("Whether the sessions were ended is not known");
});

test("a mail that was sent again is only reported", async () => {
  const fixture = new RunnerFixture();
  const { outcomes } = await run(fixture, "resend", fixture.guests(1, { pending: true }));
  expect(outcomes[0]).toMatchObject({ result: "done", evidence: "reported" });
});

test("stopping leaves the rest unsent, and what was recorded gets an outcome", async () => {
  const fixture = new RunnerFixture();
  const controller = new AbortController();
  const plan = fixture.plan("remove", fixture.guests(150));
  const onEvent = (event: RunEvent) => {
    if (event.kind === "operation" && typeof event.state !== "string") controller.abort();
  };
  const work = runPlan(plan, fixture.services, { signal: controller.signal, onEvent });
  const { results, stopped } = await fixture.clock.drive(work);
  expect(stopped).toEqual({ kind: "asked" });
  expect(fixture.directory.effects.length).toBeLessThanOrEqual(20);
  for (const { id } of fixture.ledger.operations()) {
    expect(fixture.ledger.outcomeOf(id)).not.toBeNull();
  }
  const done = results.filter(({ outcome }) => outcome?.result === "done");
  expect(done).toHaveLength(fixture.directory.effects.length);
});

test("a run that waits for Graph ends at once when it is stopped", async () => {
  const fixture = new RunnerFixture();
  const plan = fixture.plan("block", fixture.guests(30));
  let blocked = 0;
  fixture.directory.fateOf = ({ method }) =>
    method === "PATCH" && ++blocked > 5
      ? { kind: "throttled", applied: false, retryAfterSeconds: 60 }
      : "well";
  const controller = new AbortController();
  const onEvent = (event: RunEvent) => {
    if (event.kind === "waiting" && event.until !== null) controller.abort();
  };
  const beganAt = fixture.clock.now();
  const work = runPlan(plan, fixture.services, { signal: controller.signal, onEvent });
  const { results, stopped } = await fixture.clock.drive(work);
  expect(stopped).toEqual({ kind: "asked" });
  expect(fixture.clock.now() - beganAt).toBeLessThan(60_000);
  const blocks = fixture.directory.effects.filter(({ kind }) => kind === "blocked");
  expect(blocks).toHaveLength(5);
  expect(results.filter(({ outcome }) => outcome?.result === "done")).toHaveLength(5);
});
