import { expect, test } from "vitest";
import { nth } from "./testing/nth";
import { run } from "./testing/run";
import { resolveLater } from "./testing/resolve-later";
import type { Fate } from "./testing/small-directory";
import { SmallWorld } from "./testing/small-world";

const lost = (applied: boolean): Fate => ({ kind: "no-answer", applied });
const throttled = (applied: boolean): Fate => ({
  kind: "throttled",
  applied,
  retryAfterSeconds: 7,
});

test.each(["block", "unblock", "remove", "restore"] as const)(
  "the lost answer to %s is resolved by reading, and nothing is sent again",
  async (kind) => {
    const world = new SmallWorld();
    const where = kind === "restore" ? "deleted" : "live";
    const guests = world.guests(2, { where, enabled: kind !== "unblock" });
    world.directory.fateOf = ({ guestId }) => lost(guestId === guests[0]?.id);
    const { outcomes, plan } = await run(world, kind, guests);
    expect(outcomes.map((outcome) => outcome?.result)).toEqual(["unknown", "unknown"]);
    const later = await resolveLater(world, world.services);
    const [first, second] = plan.operations.map(({ operation }) => later.get(operation.id));
    expect(first).toMatchObject({ result: "done", evidence: "audited" });
    expect(second).toMatchObject({ result: "failed", evidence: "observed" });
    expect(world.directory.writes).toHaveLength(2);
  },
);

test("the lost answer to a resent mail stays unknown", async () => {
  const world = new SmallWorld();
  world.directory.fateOf = () => lost(true);
  const { outcomes, plan } = await run(world, "resend", world.guests(1, { pending: true }));
  expect(outcomes[0]?.result).toBe("unknown");
  expect(world.directory.writes).toHaveLength(1);
  expect(world.ledger.outcomesOf(nth(plan.operations, 0).operation.id)).toHaveLength(1);
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

test("what Graph put off and refuses at the second try is unknown: the first may have been applied and undone", async () => {
  const world = new SmallWorld();
  const guest = nth(world.guests(1), 0);
  world.directory.fateOf = () =>
    world.directory.writes.length === 1 ? throttled(true) : { kind: "bad-request", applied: false };
  // Somebody in the portal takes it back before it is looked for.
  world.directory.onEffect = () => {
    queueMicrotask(() => {
      guest.enabled = true;
    });
  };
  const { outcomes } = await run(world, "block", [guest]);
  expect(outcomes[0]).toMatchObject({ result: "unknown", evidence: "reported" });
  expect(outcomes[0]?.detail).toContain("The first try was put off and may have been applied");
  expect(world.directory.writes).toHaveLength(2);
});

test("what was answered 429 though it was applied is not sent again", async () => {
  const world = new SmallWorld();
  world.directory.fateOf = ({ method }) => (method === "DELETE" ? throttled(true) : "well");
  const { outcomes } = await run(world, "remove", world.guests(30));
  expect(new Set(outcomes.map((outcome) => outcome?.result))).toEqual(new Set(["unknown"]));
  const later = [...(await resolveLater(world, world.services)).values()];
  expect(later.map((outcome) => outcome?.result)).toEqual(outcomes.map(() => "done"));
  expect(world.directory.writes).toHaveLength(30);
});

test("what Graph puts off for ever fails in the end, and was tried a few times", async () => {
  const world = new SmallWorld();
  world.directory.fateOf = () => throttled(false);
  const { outcomes } = await run(world, "remove", world.guests(1));
  expect(outcomes[0]?.result).toBe("unknown");
  const [later] = (await resolveLater(world, world.services)).values();
  expect(later).toMatchObject({ result: "failed", evidence: "observed" });
  expect(world.directory.writes).toHaveLength(5);
});

test("a mail that Graph puts off is never sent a second time", async () => {
  const world = new SmallWorld();
  world.directory.fateOf = () => throttled(false);
  const { outcomes } = await run(world, "resend", world.guests(1, { pending: true }));
  expect(outcomes[0]?.result).toBe("unknown");
  expect(world.directory.writes).toHaveLength(1);
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
  expect(result.results.filter(({ recorded }) => !recorded)).toHaveLength(200);
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
  expect(result.results.every(({ outcome }) => outcome?.result === "failed")).toBe(true);
});

test("outcomes that the ledger does not take stop new acts, and wait in the outbox", async () => {
  const world = new SmallWorld();
  world.ledger.fateOf = ({ entries }) => (entries[0]?.kind === "planned" ? "well" : "down");
  const { result } = await run(world, "remove", world.guests(300));
  expect(result.stopped).toEqual({ kind: "ledger-unavailable" });
  expect(world.ledger.operations().length).toBeLessThan(300);
  const spooled = [...world.spooled.values()];
  for (const { tracking } of world.directory.effects) {
    expect(
      spooled.some((entry) => entry.kind === "carried-out" && entry.operationId === tracking),
    ).toBe(true);
  }
});

test("an outcome that the ledger took late is confirmed in the end", async () => {
  const world = new SmallWorld();
  let refused = 0;
  world.ledger.fateOf = ({ entries }) =>
    entries[0]?.kind === "carried-out" && ++refused <= 2 ? "down" : "well";
  const { result, plan } = await run(world, "remove", world.guests(2));
  expect(result.results.every(({ recorded }) => recorded)).toBe(true);
  expect(world.ledger.outcomeOf(nth(plan.operations, 0).operation.id)?.result).toBe("done");
  expect(world.spooled.size).toBe(0);
});

test("writes keep to the documented rate", async () => {
  const world = new SmallWorld();
  const began = world.clock.now();
  await run(world, "remove", world.guests(220));
  expect(world.clock.now() - began).toBeGreaterThanOrEqual(10_000);
});
