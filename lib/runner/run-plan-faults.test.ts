import { expect, test } from "vitest";
import { nth } from "./testing/nth";
import { run } from "./testing/run";
import { resolveLater } from "./testing/resolve-later";
import type { Fate } from "./testing/fake-directory";
import { RunnerFixture } from "./testing/runner-fixture";

const lost = (applied: boolean): Fate => ({ kind: "no-answer", applied });
const throttled = (applied: boolean): Fate => ({
  kind: "throttled",
  applied,
  retryAfterSeconds: 7,
});

test.each(["block", "unblock", "remove", "restore"] as const)(
  "the lost answer to %s is resolved by reading, and nothing is sent again",
  async (kind) => {
    const fixture = new RunnerFixture();
    const where = kind === "restore" ? "deleted" : "live";
    const guests = fixture.guests(2, { where, enabled: kind !== "unblock" });
    fixture.directory.fateOf = ({ guestId }) => lost(guestId === guests[0]?.id);
    const { outcomes, plan } = await run(fixture, kind, guests);
    expect(outcomes.map((outcome) => outcome?.result)).toEqual(["unknown", "unknown"]);
    const later = await resolveLater(fixture, fixture.services);
    const [first, second] = plan.operations.map(({ operation }) => later.get(operation.id));
    expect(first).toMatchObject({ result: "done", evidence: "audited" });
    expect(second).toMatchObject({ result: "failed", evidence: "observed" });
    expect(fixture.directory.writes).toHaveLength(2);
  },
);

test("the lost answer to a resent mail stays unknown", async () => {
  const fixture = new RunnerFixture();
  fixture.directory.fateOf = () => lost(true);
  const { outcomes, plan } = await run(fixture, "resend", fixture.guests(1, { pending: true }));
  expect(outcomes[0]?.result).toBe("unknown");
  expect(fixture.directory.writes).toHaveLength(1);
  expect(fixture.ledger.outcomesOf(nth(plan.operations, 0).operation.id)).toHaveLength(1);
});

test("what Graph puts off is sent again only after it was waited for and read", async () => {
  const fixture = new RunnerFixture();
  let tries = 0;
  fixture.directory.fateOf = () => (++tries <= 2 ? throttled(false) : "well");
  const began = fixture.clock.now();
  const { outcomes } = await run(fixture, "remove", fixture.guests(1));
  expect(outcomes[0]).toMatchObject({ result: "done", evidence: "observed" });
  expect(fixture.directory.effects).toHaveLength(1);
  expect(fixture.clock.now() - began).toBeGreaterThanOrEqual(14_000);
});

test("what Graph put off and refuses at the second try is unknown: the first may have been applied and undone", async () => {
  const fixture = new RunnerFixture();
  const guest = nth(fixture.guests(1), 0);
  fixture.directory.fateOf = () =>
    fixture.directory.writes.length === 1
      ? throttled(true)
      : { kind: "bad-request", applied: false };
  // Somebody in the portal takes it back before it is looked for.
  fixture.directory.onEffect = () => {
    queueMicrotask(() => {
      guest.enabled = true;
    });
  };
  const { outcomes } = await run(fixture, "block", [guest]);
  expect(outcomes[0]).toMatchObject({ result: "unknown", evidence: "reported" });
  expect(outcomes[0]?.detail).toContain("The first try was put off and may have been applied");
  expect(fixture.directory.writes).toHaveLength(2);
});

test("what was answered 429 though it was applied is not sent again", async () => {
  const fixture = new RunnerFixture();
  fixture.directory.fateOf = ({ method }) => (method === "DELETE" ? throttled(true) : "well");
  const { outcomes } = await run(fixture, "remove", fixture.guests(30));
  expect(new Set(outcomes.map((outcome) => outcome?.result))).toEqual(new Set(["unknown"]));
  const later = [...(await resolveLater(fixture, fixture.services)).values()];
  expect(later.map((outcome) => outcome?.result)).toEqual(outcomes.map(() => "done"));
  expect(fixture.directory.writes).toHaveLength(30);
});

test("what Graph puts off for ever fails in the end, and was tried a few times", async () => {
  const fixture = new RunnerFixture();
  fixture.directory.fateOf = () => throttled(false);
  const { outcomes } = await run(fixture, "remove", fixture.guests(1));
  expect(outcomes[0]?.result).toBe("unknown");
  const [later] = (await resolveLater(fixture, fixture.services)).values();
  expect(later).toMatchObject({ result: "failed", evidence: "observed" });
  expect(fixture.directory.writes).toHaveLength(5);
});

test("a mail that Graph puts off is never sent a second time", async () => {
  const fixture = new RunnerFixture();
  fixture.directory.fateOf = () => throttled(false);
  const { outcomes } = await run(fixture, "resend", fixture.guests(1, { pending: true }));
  expect(outcomes[0]?.result).toBe("unknown");
  expect(fixture.directory.writes).toHaveLength(1);
});

test("a missing role stops the run: the rest is not attempted and says so", async () => {
  const fixture = new RunnerFixture();
  fixture.myRoles = new Set();
  fixture.directory.fateOf = () => ({ kind: "forbidden", applied: false });
  const { result, outcomes } = await run(fixture, "remove", fixture.guests(300));
  expect(result.stopped).toEqual({ kind: "role-missing" });
  expect(fixture.directory.writes.length).toBeLessThanOrEqual(20);
  const attempted = outcomes.filter((outcome) => outcome?.result === "refused");
  expect(attempted).toHaveLength(fixture.directory.writes.length);
  const left = outcomes.filter((outcome) => outcome?.detail?.startsWith("Not attempted"));
  expect(left.length).toBe(100 - attempted.length);
  expect(result.results.filter(({ recorded }) => !recorded)).toHaveLength(200);
});

test("a refusal that is about one guest does not stop the others", async () => {
  const fixture = new RunnerFixture();
  const guests = fixture.guests(40);
  fixture.directory.fateOf = ({ guestId }) =>
    guestId === guests[5]?.id ? { kind: "forbidden", applied: false } : "well";
  const { result, outcomes } = await run(fixture, "remove", guests);
  expect(result.stopped).toBeNull();
  expect(outcomes[5]?.result).toBe("refused");
  expect(outcomes.filter((outcome) => outcome?.result === "done")).toHaveLength(39);
});

test.each([
  ["needs-consent", "consent-missing"],
  ["signed-out", "sign-in-needed"],
] as const)("Graph's %s stops the run as %s", async (kind, stopped) => {
  const fixture = new RunnerFixture();
  fixture.directory.fateOf = () => ({ kind, applied: false });
  const { result } = await run(fixture, "remove", fixture.guests(5));
  expect(result.stopped?.kind).toBe(stopped);
  expect(fixture.directory.effects).toEqual([]);
  expect(result.results.every(({ outcome }) => outcome?.result === "failed")).toBe(true);
});

test("outcomes that the ledger does not take stop new operations, and wait in the outbox", async () => {
  const fixture = new RunnerFixture();
  fixture.ledger.fateOf = ({ entries }) => (entries[0]?.kind === "planned" ? "well" : "down");
  const { result } = await run(fixture, "remove", fixture.guests(300));
  expect(result.stopped).toEqual({ kind: "ledger-unavailable" });
  expect(fixture.ledger.operations().length).toBeLessThan(300);
  const outboxEntries = [...fixture.outboxEntries.values()];
  for (const { tracking } of fixture.directory.effects) {
    expect(
      outboxEntries.some((entry) => entry.kind === "carried-out" && entry.operationId === tracking),
    ).toBe(true);
  }
});

test("an outcome that the ledger took late is confirmed in the end", async () => {
  const fixture = new RunnerFixture();
  let refused = 0;
  fixture.ledger.fateOf = ({ entries }) =>
    entries[0]?.kind === "carried-out" && ++refused <= 2 ? "down" : "well";
  const { result, plan } = await run(fixture, "remove", fixture.guests(2));
  expect(result.results.every(({ recorded }) => recorded)).toBe(true);
  expect(fixture.ledger.outcomeOf(nth(plan.operations, 0).operation.id)?.result).toBe("done");
  expect(fixture.outboxEntries.size).toBe(0);
});

test("writes keep to the documented rate", async () => {
  const fixture = new RunnerFixture();
  const began = fixture.clock.now();
  await run(fixture, "remove", fixture.guests(220));
  expect(fixture.clock.now() - began).toBeGreaterThanOrEqual(10_000);
});
