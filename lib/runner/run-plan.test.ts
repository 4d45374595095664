import { expect, test } from "vitest";
import type { RunEvent } from "./run";
import { retryPlan } from "./retry-plan";
import { runPlan } from "./run-plan";
import { nth } from "./testing/nth";
import { run } from "./testing/run";
import { SmallWorld } from "./testing/small-world";

test("every operation is durable before it is sent, and sent before its outcome", async () => {
  const world = new SmallWorld();
  const { plan } = await run(world, "remove", world.guests(250));
  for (const { operation } of plan.operations) {
    const at = ["planned", "effect", "outcome"].map((word) =>
      world.journal.indexOf(`${word} ${operation.id}`),
    );
    expect(at[0]).toBeGreaterThanOrEqual(0);
    expect(at).toEqual([...at].sort((one, other) => one - other));
  }
  expect(world.ledger.requests.every(({ entries }) => entries.length <= 100)).toBe(true);
  expect(world.spooled.size).toBe(0);
});

test("a name and a mail go to the ledger on a card and nowhere else", async () => {
  const world = new SmallWorld();
  const guest = nth(world.guests(1), 0);
  await run(world, "block", [guest]);
  expect(JSON.stringify(world.ledger.entries)).not.toContain(guest.mail);
  expect(world.ledger.requests[0]?.cards).toEqual([
    { subjectId: guest.id, displayName: `Guest ${guest.id}`, mail: guest.mail },
  ]);
});

test("nothing is sent when the ledger cannot be written", async () => {
  const world = new SmallWorld();
  world.ledger.fateOf = () => "down";
  const { result } = await run(world, "remove", world.guests(5));
  expect(result.stopped).toEqual({ kind: "ledger-unavailable" });
  expect(world.directory.writes).toEqual([]);
  expect(result.results.every(({ recorded, outcome }) => !recorded && outcome === null)).toBe(true);
});

test("an operation whose receipt was lost is recorded again under the same id, and sent once", async () => {
  const world = new SmallWorld();
  let answers = 0;
  world.ledger.fateOf = () => (++answers === 1 ? "answer-lost" : "well");
  const { plan, outcomes } = await run(world, "remove", world.guests(3));
  expect(outcomes.map((outcome) => outcome?.result)).toEqual(["done", "done", "done"]);
  expect(world.ledger.operations()).toHaveLength(plan.operations.length);
  expect(world.directory.effects).toHaveLength(3);
});

test("a plan that is run a second time changes nothing and records nothing", async () => {
  const world = new SmallWorld();
  const guests = world.guests(3);
  const { plan } = await run(world, "block", guests);
  for (const guest of guests) guest.enabled = true;
  const before = world.ledger.entries.length;
  await world.clock.drive(runPlan(plan, world.services));
  expect(world.directory.effects.filter(({ kind }) => kind === "blocked")).toHaveLength(3);
  expect(world.ledger.entries).toHaveLength(before);
});

test("a plan that runs already is not run beside itself", async () => {
  const world = new SmallWorld();
  const plan = world.plan("remove", world.guests(20));
  const both = Promise.all([runPlan(plan, world.services), runPlan(plan, world.services)]);
  const [, second] = await world.clock.drive(both);
  expect(second.stopped).toEqual({ kind: "already-running" });
  expect(world.directory.effects).toHaveLength(20);
});

test("keeping is recorded, and nothing is sent", async () => {
  const world = new SmallWorld();
  const { result } = await run(world, "keep", world.guests(4));
  expect(world.ledger.operations()).toHaveLength(4);
  expect(world.directory.writes).toEqual([]);
  expect(result.results.every(({ recorded, outcome }) => recorded && outcome === null)).toBe(true);
});

test("blocking ends the sessions of an account that signs in here", async () => {
  const world = new SmallWorld();
  const { outcomes, result } = await run(world, "block", world.guests(1, { internal: true }));
  expect(world.directory.effects.map(({ kind }) => kind)).toEqual(["blocked", "sessions-revoked"]);
  // Nothing of the account tells that its sessions were ended.
  expect(outcomes[0]).toMatchObject({ result: "done", evidence: "reported", detail: null });
  expect(result.results[0]?.steps.map(({ name, outcome }) => [name, outcome.evidence])).toEqual([
    ["block", "observed"],
    ["end-sessions", "reported"],
  ]);
});

test("nobody asks to end the sessions of an external user, on which that has no effect", async () => {
  const world = new SmallWorld();
  const { outcomes } = await run(world, "block", world.guests(1));
  expect(world.directory.writes.map(({ method }) => method)).toEqual(["PATCH"]);
  expect(outcomes[0]).toMatchObject({ result: "done", evidence: "observed", detail: null });
});

test("a block whose sessions could not be ended is never called done, and the rest of it can be tried again", async () => {
  const world = new SmallWorld();
  world.directory.fateOf = ({ path }) =>
    path.endsWith("/revokeSignInSessions") ? { kind: "forbidden", applied: false } : "well";
  const { plan, result, outcomes } = await run(world, "block", world.guests(1, { internal: true }));
  expect(outcomes[0]?.result).toBe("partly-done");
  expect(outcomes[0]?.detail).toContain("sessions were not ended");
  const { id, steps } = nth(plan.operations, 0).operation;
  const recorded = steps.map((step) => world.ledger.outcomeOf(id, step.id)?.result);
  expect(recorded).toEqual(["done", "refused"]);
  world.directory.fateOf = () => "well";
  const again = retryPlan(plan, result.results, "once more", () => world.mintId());
  expect(nth(again.operations, 0).operation.steps.map(({ name }) => name)).toEqual([
    "end-sessions",
  ]);
  const { results } = await world.clock.drive(runPlan(again, world.services));
  expect(results[0]?.outcome?.result).toBe("done");
  expect(world.directory.effects.map(({ kind }) => kind)).toEqual(["blocked", "sessions-revoked"]);
});

test("whether sessions were ended is not known where Graph only ever put it off", async () => {
  const world = new SmallWorld();
  world.directory.fateOf = ({ path }) =>
    path.endsWith("/revokeSignInSessions") ? { kind: "unavailable", applied: false } : "well";
  const { outcomes } = await run(world, "block", world.guests(1, { internal: true }));
  expect(outcomes[0]?.result).toBe("partly-done");
  expect(outcomes[0]?.detail).toContain("Whether the sessions were ended is not known");
});

test("a mail that was sent again is only reported", async () => {
  const world = new SmallWorld();
  const { outcomes } = await run(world, "resend", world.guests(1, { pending: true }));
  expect(outcomes[0]).toMatchObject({ result: "done", evidence: "reported" });
});

test("stopping leaves the rest unsent, and what was recorded gets an outcome", async () => {
  const world = new SmallWorld();
  const controller = new AbortController();
  const plan = world.plan("remove", world.guests(150));
  const onEvent = (event: RunEvent) => {
    if (event.kind === "operation" && typeof event.state !== "string") controller.abort();
  };
  const work = runPlan(plan, world.services, { signal: controller.signal, onEvent });
  const { results, stopped } = await world.clock.drive(work);
  expect(stopped).toEqual({ kind: "asked" });
  expect(world.directory.effects.length).toBeLessThanOrEqual(20);
  for (const { id } of world.ledger.operations()) {
    expect(world.ledger.outcomeOf(id)).not.toBeNull();
  }
  const done = results.filter(({ outcome }) => outcome?.result === "done");
  expect(done).toHaveLength(world.directory.effects.length);
});

test("a run that waits for Graph ends at once when it is stopped", async () => {
  const world = new SmallWorld();
  const plan = world.plan("block", world.guests(30));
  let blocked = 0;
  world.directory.fateOf = ({ method }) =>
    method === "PATCH" && ++blocked > 5
      ? { kind: "throttled", applied: false, retryAfterSeconds: 60 }
      : "well";
  const controller = new AbortController();
  const onEvent = (event: RunEvent) => {
    if (event.kind === "waiting" && event.until !== null) controller.abort();
  };
  const beganAt = world.clock.now();
  const work = runPlan(plan, world.services, { signal: controller.signal, onEvent });
  const { results, stopped } = await world.clock.drive(work);
  expect(stopped).toEqual({ kind: "asked" });
  expect(world.clock.now() - beganAt).toBeLessThan(60_000);
  const acts = world.directory.effects.filter(({ kind }) => kind === "blocked");
  expect(acts).toHaveLength(5);
  expect(results.filter(({ outcome }) => outcome?.result === "done")).toHaveLength(5);
});
