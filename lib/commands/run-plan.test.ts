import { expect, test } from "vitest";
import type { RunEvent } from "./run";
import { runPlan } from "./run-plan";
import type { Fate } from "./testing/small-directory";
import { SmallWorld } from "./testing/small-world";

const lost = (applied: boolean): Fate => ({ kind: "no-answer", applied });
const throttled = (applied: boolean): Fate => ({
  kind: "throttled",
  applied,
  retryAfterSeconds: 7,
});

async function run(world: SmallWorld, ...args: Parameters<SmallWorld["plan"]>) {
  const plan = world.plan(...args);
  const result = await world.clock.drive(runPlan(plan, world.doors));
  return { plan, result, outcomes: result.settled.map(({ outcome }) => outcome) };
}

test("every intent is durable before its act, and every act before its outcome", async () => {
  const world = new SmallWorld();
  const { plan } = await run(world, "remove", world.guests(250));
  for (const { decision } of plan.decisions) {
    const at = ["intent", "effect", "outcome"].map((word) =>
      world.journal.indexOf(`${word} ${decision.id}`),
    );
    expect(at[0]).toBeGreaterThanOrEqual(0);
    expect(at).toEqual([...at].sort((one, other) => one - other));
  }
  expect(world.ledger.requests.every(({ entries }) => entries.length <= 100)).toBe(true);
  expect(world.spooled.size).toBe(0);
});

test("a name and a mail go to the ledger on a card and nowhere else", async () => {
  const world = new SmallWorld();
  const [guest] = world.guests(1);
  await run(world, "block", [guest!]);
  expect(JSON.stringify(world.ledger.entries)).not.toContain(guest!.mail);
  expect(world.ledger.requests[0]?.cards).toEqual([
    { subjectId: guest!.id, displayName: `Guest ${guest!.id}`, mail: guest!.mail },
  ]);
});

test("nothing is sent when the ledger cannot be written", async () => {
  const world = new SmallWorld();
  world.ledger.fateOf = () => "down";
  const { result } = await run(world, "remove", world.guests(5));
  expect(result.stopped).toEqual({ kind: "ledger-unavailable" });
  expect(world.directory.writes).toEqual([]);
  expect(result.settled.every(({ recorded, outcome }) => !recorded && outcome === null)).toBe(true);
});

test("an intent whose receipt was lost is recorded again under the same id, and acted on once", async () => {
  const world = new SmallWorld();
  let answers = 0;
  world.ledger.fateOf = () => (++answers === 1 ? "answer-lost" : "well");
  const { plan, outcomes } = await run(world, "remove", world.guests(3));
  expect(outcomes.map((outcome) => outcome?.result)).toEqual(["done", "done", "done"]);
  expect(world.ledger.decisions()).toHaveLength(plan.decisions.length);
  expect(world.directory.effects).toHaveLength(3);
});

test("a plan that is run a second time changes nothing and records nothing", async () => {
  const world = new SmallWorld();
  const guests = world.guests(3);
  const { plan } = await run(world, "block", guests);
  for (const guest of guests) guest.enabled = true;
  const before = world.ledger.entries.length;
  await world.clock.drive(runPlan(plan, world.doors));
  expect(world.directory.effects.filter(({ kind }) => kind === "blocked")).toHaveLength(3);
  expect(world.ledger.entries).toHaveLength(before);
});

test("a plan that runs already is not run beside itself", async () => {
  const world = new SmallWorld();
  const plan = world.plan("remove", world.guests(20));
  const both = Promise.all([runPlan(plan, world.doors), runPlan(plan, world.doors)]);
  const [, second] = await world.clock.drive(both);
  expect(second.stopped).toEqual({ kind: "already-running" });
  expect(world.directory.effects).toHaveLength(20);
});

test("keeping is recorded, and nothing is sent", async () => {
  const world = new SmallWorld();
  const { result } = await run(world, "keep", world.guests(4));
  expect(world.ledger.decisions()).toHaveLength(4);
  expect(world.directory.writes).toEqual([]);
  expect(result.settled.every(({ recorded, outcome }) => recorded && outcome === null)).toBe(true);
});

test("blocking ends the sessions too", async () => {
  const world = new SmallWorld();
  const { outcomes } = await run(world, "block", world.guests(1));
  expect(world.directory.effects.map(({ kind }) => kind)).toEqual(["blocked", "sessions-revoked"]);
  expect(outcomes[0]).toMatchObject({ result: "done", evidence: "observed", detail: null });
});

test("a block whose sessions could not be ended says so and stands", async () => {
  const world = new SmallWorld();
  world.directory.fateOf = ({ path }) =>
    path.endsWith("/revokeSignInSessions") ? { kind: "unavailable", applied: false } : "well";
  const { outcomes } = await run(world, "block", world.guests(1));
  expect(outcomes[0]?.result).toBe("done");
  expect(outcomes[0]?.detail).toContain("sessions were not ended");
});

test("a mail that was sent again is only reported", async () => {
  const world = new SmallWorld();
  const { outcomes } = await run(world, "resend", world.guests(1, { pending: true }));
  expect(outcomes[0]).toMatchObject({ result: "done", evidence: "reported" });
});

test.each(["block", "unblock", "remove", "restore"] as const)(
  "the lost answer to %s is settled by reading, and nothing is sent again",
  async (kind) => {
    const world = new SmallWorld();
    const where = kind === "restore" ? "deleted" : "live";
    const guests = world.guests(2, { where, enabled: kind !== "unblock" });
    world.directory.fateOf = ({ guestId, path }) =>
      path.endsWith("/revokeSignInSessions") ? "well" : lost(guestId === guests[0]?.id);
    const { outcomes } = await run(world, kind, guests);
    expect(outcomes[0]).toMatchObject({ result: "done", evidence: "observed" });
    expect(outcomes[1]).toMatchObject({ result: "failed", evidence: "observed" });
    const acts = world.directory.writes.filter(({ path }) => !path.endsWith("Sessions"));
    expect(acts).toHaveLength(2);
  },
);

test("the lost answer to a resent mail stays unknown", async () => {
  const world = new SmallWorld();
  world.directory.fateOf = () => lost(true);
  const { outcomes, plan } = await run(world, "resend", world.guests(1, { pending: true }));
  expect(outcomes[0]?.result).toBe("unknown");
  expect(world.directory.writes).toHaveLength(1);
  expect(world.ledger.outcomesOf(plan.decisions[0]!.decision.id)).toHaveLength(1);
});

test("what Graph puts off is sent again only after it was waited for and read", async () => {
  const world = new SmallWorld();
  let tries = 0;
  world.directory.fateOf = () => (++tries <= 2 ? throttled(false) : "well");
  const began = world.clock.now();
  const { outcomes } = await run(world, "remove", world.guests(1));
  expect(outcomes[0]).toMatchObject({ result: "done", evidence: "observed" });
  expect(world.directory.effects).toHaveLength(1);
  expect(world.clock.now() - began).toBeGreaterThanOrEqual(14_000);
});

test("what was answered 429 though it was applied is not sent again", async () => {
  const world = new SmallWorld();
  world.directory.fateOf = ({ method }) => (method === "DELETE" ? throttled(true) : "well");
  const { outcomes } = await run(world, "remove", world.guests(30));
  expect(outcomes.every((outcome) => outcome?.result === "done")).toBe(true);
  expect(world.directory.writes).toHaveLength(30);
});

test("what Graph puts off for ever fails in the end, and was tried a few times", async () => {
  const world = new SmallWorld();
  world.directory.fateOf = () => throttled(false);
  const { outcomes } = await run(world, "remove", world.guests(1));
  expect(outcomes[0]).toMatchObject({ result: "failed", evidence: "observed" });
  expect(world.directory.writes).toHaveLength(5);
});

test("a mail that Graph puts off is never sent a second time", async () => {
  const world = new SmallWorld();
  world.directory.fateOf = () => throttled(false);
  const { outcomes } = await run(world, "resend", world.guests(1, { pending: true }));
  expect(outcomes[0]?.result).toBe("unknown");
  expect(world.directory.writes).toHaveLength(1);
});

test("a guest who became a member after the plan is never touched", async () => {
  const world = new SmallWorld();
  const guests = world.guests(3);
  const plan = world.plan("remove", guests);
  guests[1]!.userType = "Member";
  const { settled } = await world.clock.drive(runPlan(plan, world.doors));
  expect(settled[1]?.outcome).toMatchObject({ result: "refused", evidence: "observed" });
  expect(world.directory.writes.map(({ guestId }) => guestId)).not.toContain(guests[1]!.id);
});

test("a guest who was given a directory role after the plan is never touched", async () => {
  const world = new SmallWorld();
  const guests = world.guests(2);
  const plan = world.plan("block", guests);
  guests[0]!.holdsRole = true;
  const { settled } = await world.clock.drive(runPlan(plan, world.doors));
  expect(settled[0]?.outcome?.result).toBe("refused");
  expect(world.directory.writes.map(({ guestId }) => guestId)).not.toContain(guests[0]!.id);
});

test("an exclusion that is added while the run goes on holds for all that is unsent", async () => {
  const world = new SmallWorld();
  const guests = world.guests(120);
  const plan = world.plan("remove", guests);
  const last = guests.at(-1)!;
  const began = world.clock.now();
  const work = runPlan(plan, world.doors);
  const { settled } = await world.clock.drive(work, () => {
    if (world.clock.now() - began < 1_000) return;
    world.policy = { ...world.policy, protectedAccounts: [{ id: last.id, because: "excluded" }] };
  });
  expect(settled.at(-1)?.outcome?.result).toBe("refused");
  expect(last.where).toBe("live");
});

test("a guest who is gone already is called so", async () => {
  const world = new SmallWorld();
  const guests = world.guests(3);
  const plan = world.plan("remove", guests);
  guests[0]!.where = "deleted";
  guests[1]!.where = "purged";
  const { settled } = await world.clock.drive(runPlan(plan, world.doors));
  expect(settled.map(({ outcome }) => outcome?.result)).toEqual([
    "already-so",
    "already-so",
    "done",
  ]);
  expect(world.directory.writes).toHaveLength(1);
});

test("blocking a guest who is gone fails and says why", async () => {
  const world = new SmallWorld();
  const guests = world.guests(1);
  const plan = world.plan("block", guests);
  guests[0]!.where = "deleted";
  const { settled } = await world.clock.drive(runPlan(plan, world.doors));
  expect(settled[0]?.outcome).toMatchObject({ result: "failed", evidence: "observed" });
});

test("an invitation that was accepted after the plan keeps its guest", async () => {
  const world = new SmallWorld();
  const guests = world.guests(1, { pending: true });
  const plan = world.plan("remove", guests);
  guests[0]!.pending = false;
  const { settled } = await world.clock.drive(runPlan(plan, world.doors));
  expect(settled[0]?.outcome?.result).toBe("refused");
  expect(world.directory.writes).toEqual([]);
});

test("a missing role stops the run: the rest is not attempted and says so", async () => {
  const world = new SmallWorld();
  world.myRoles = new Set();
  world.directory.fateOf = () => ({ kind: "forbidden", applied: false });
  const { result, outcomes } = await run(world, "remove", world.guests(300));
  expect(result.stopped).toEqual({ kind: "role-missing" });
  expect(world.directory.writes.length).toBeLessThanOrEqual(20);
  const attempted = outcomes.filter((outcome) => outcome?.result === "refused");
  expect(attempted).toHaveLength(world.directory.writes.length);
  const left = outcomes.filter((outcome) => outcome?.detail?.startsWith("Not attempted"));
  expect(left.length).toBe(100 - attempted.length);
  expect(result.settled.filter(({ recorded }) => !recorded)).toHaveLength(200);
});

test("a refusal that is about one guest does not stop the others", async () => {
  const world = new SmallWorld();
  const guests = world.guests(40);
  world.directory.fateOf = ({ guestId }) =>
    guestId === guests[5]?.id ? { kind: "forbidden", applied: false } : "well";
  const { result, outcomes } = await run(world, "remove", guests);
  expect(result.stopped).toBeNull();
  expect(outcomes[5]?.result).toBe("refused");
  expect(outcomes.filter((outcome) => outcome?.result === "done")).toHaveLength(39);
});

test.each([
  ["needs-consent", "consent-missing"],
  ["signed-out", "sign-in-needed"],
] as const)("Graph's %s stops the run as %s", async (kind, stopped) => {
  const world = new SmallWorld();
  world.directory.fateOf = () => ({ kind, applied: false });
  const { result } = await run(world, "remove", world.guests(5));
  expect(result.stopped?.kind).toBe(stopped);
  expect(world.directory.effects).toEqual([]);
  expect(result.settled.every(({ outcome }) => outcome?.result === "failed")).toBe(true);
});

test("stopping leaves the rest unsent, and what was recorded gets an outcome", async () => {
  const world = new SmallWorld();
  const controller = new AbortController();
  const plan = world.plan("remove", world.guests(150));
  const onEvent = (event: RunEvent) => {
    if (event.kind === "decision" && typeof event.state !== "string") controller.abort();
  };
  const work = runPlan(plan, world.doors, { signal: controller.signal, onEvent });
  const { settled, stopped } = await world.clock.drive(work);
  expect(stopped).toEqual({ kind: "asked" });
  expect(world.directory.effects.length).toBeLessThanOrEqual(20);
  for (const { id } of world.ledger.decisions()) {
    expect(world.ledger.outcomeOf(id)).not.toBeNull();
  }
  const done = settled.filter(({ outcome }) => outcome?.result === "done");
  expect(done).toHaveLength(world.directory.effects.length);
});

test("outcomes that the ledger does not take stop new acts, and wait in the spool", async () => {
  const world = new SmallWorld();
  world.ledger.fateOf = ({ entries }) => (entries[0]?.kind === "decided" ? "well" : "down");
  const { result } = await run(world, "remove", world.guests(300));
  expect(result.stopped).toEqual({ kind: "ledger-unavailable" });
  expect(world.ledger.decisions().length).toBeLessThan(300);
  const spooled = [...world.spooled.values()];
  for (const { tracking } of world.directory.effects) {
    expect(
      spooled.some((entry) => entry.kind === "carried-out" && entry.decisionId === tracking),
    ).toBe(true);
  }
});

test("an outcome that the ledger took late is confirmed in the end", async () => {
  const world = new SmallWorld();
  let refused = 0;
  world.ledger.fateOf = ({ entries }) =>
    entries[0]?.kind === "carried-out" && ++refused <= 2 ? "down" : "well";
  const { result, plan } = await run(world, "remove", world.guests(2));
  expect(result.settled.every(({ recorded }) => recorded)).toBe(true);
  expect(world.ledger.outcomeOf(plan.decisions[0]!.decision.id)?.result).toBe("done");
  expect(world.spooled.size).toBe(0);
});

test("nobody is acted on while nobody knows who is protected", async () => {
  const world = new SmallWorld();
  world.policyFails = true;
  const { result } = await run(world, "remove", world.guests(3));
  expect(world.directory.writes).toEqual([]);
  expect(result.stopped).toEqual({ kind: "ledger-unavailable" });
});

test("writes keep to the documented rate", async () => {
  const world = new SmallWorld();
  const began = world.clock.now();
  await run(world, "remove", world.guests(220));
  expect(world.clock.now() - began).toBeGreaterThanOrEqual(10_000);
});
