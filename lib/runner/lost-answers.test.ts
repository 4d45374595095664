import { expect, test, vi } from "vitest";
import type { Fault } from "@/simulator/faults/conditions";
import { runPlan } from "./run-plan";
import { resolveUnknown } from "./resolve-unknown";
import { resolveLater } from "./testing/resolve-later";
import { nth } from "./testing/nth";
import { SimulatedFixture } from "./testing/simulated-fixture";

// Every call is signed and verified for real.
vi.setConfig({ testTimeout: 30_000 });

const METHOD = { block: "PATCH", remove: "DELETE", resend: "POST" } as const;
const PATH = { block: "/users/", remove: "/users/", resend: "/invitations" } as const;

type Kind = keyof typeof METHOD;

/** A tenant with one guest for this decision, whose operation meets the fault once. */
function setUp(kind: Kind, fault: Fault["kind"], retryAfterSeconds?: number) {
  const fixture = new SimulatedFixture(40);
  const { simulated } = fixture;
  const fits = ({
    accountEnabled,
    externalUserState,
    mail,
  }: ReturnType<typeof fixture.guests>[0]) =>
    accountEnabled && mail !== null && (kind === "resend") === (externalUserState !== "Accepted");
  const guest = nth(fixture.guests(fits), 0);
  simulated.strikes({
    kind: fault,
    method: METHOD[kind],
    pathPrefix: PATH[kind],
    times: 1,
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  });
  return { fixture, guest, plan: fixture.plan(kind, [guest]) };
}

/** How often the request itself went out. */
function sendings(fixture: SimulatedFixture, kind: Kind): number {
  const isRequest = (line: string) => line.startsWith(METHOD[kind]) && line.includes(PATH[kind]);
  return fixture.simulated.sent.filter((line) => isRequest(line) && !line.includes("$batch"))
    .length;
}

const LOST = { result: "unknown", evidence: "reported" };
const PROVEN = { result: "done", evidence: "audited" };

/** What becomes of the one decision of a plan when it is resolved a quarter of an hour later. */
async function later(
  fixture: SimulatedFixture,
  { operations }: ReturnType<SimulatedFixture["plan"]>,
) {
  const outcomes = await resolveLater(fixture.runner, fixture.services);
  return outcomes.get(nth(operations, 0).operation.id);
}

const effects = ({ simulated }: SimulatedFixture) =>
  simulated.tenant.directory.effects.map(({ kind, answered }) => [kind, answered]);

test.each([
  ["a gateway loses the answer", "gateway-timeout-after-accept", "error"],
  ["the connection breaks before the answer", "reset-after-accept", "reset"],
] as const)(
  "A block is found by reading and not sent again when %s",
  async (_when, fault, answered) => {
    const { fixture, guest, plan } = setUp("block", fault);
    const { results } = await runPlan(plan, fixture.services);
    expect(nth(results, 0)).toMatchObject({ recorded: true, outcome: LOST });
    expect(nth(results, 0).outcome?.detail).toContain("The directory shows it");
    expect(effects(fixture)).toEqual([["account-disabled", answered]]);
    expect(await later(fixture, plan)).toMatchObject(PROVEN);
    expect(sendings(fixture, "block")).toBe(1);
    expect(guest.accountEnabled).toBe(false);
  },
);

test.each([
  ["a gateway loses the answer", "gateway-timeout-after-accept", "error"],
  ["the connection breaks before the answer", "reset-after-accept", "reset"],
] as const)(
  "A removal is done once and proven by the audit log when %s",
  async (_when, fault, answered) => {
    const { fixture, guest, plan } = setUp("remove", fault);
    const { results } = await runPlan(plan, fixture.services);
    expect(nth(results, 0).outcome).toMatchObject(LOST);
    expect(await later(fixture, plan)).toMatchObject(PROVEN);
    expect(sendings(fixture, "remove")).toBe(1);
    expect(effects(fixture)).toEqual([["user-deleted", answered]]);
    expect(fixture.simulated.tenant.directory.deletedUsers.has(guest.id)).toBe(true);
  },
);

test("A block that a gateway swallowed is looked for during half a minute, and has failed once the audit log says so", async () => {
  const { fixture, guest, plan } = setUp("block", "gateway-timeout");
  const begunAt = fixture.services.clock.now();
  const { results } = await runPlan(plan, fixture.services);
  expect(fixture.services.clock.now() - begunAt).toBeGreaterThanOrEqual(30_000);
  const { outcome } = nth(results, 0);
  expect(outcome).toMatchObject(LOST);
  expect(outcome?.detail).toContain("The directory does not show it");
  expect(await later(fixture, plan)).toMatchObject({ result: "failed", evidence: "observed" });
  expect(sendings(fixture, "block")).toBe(1);
  expect(effects(fixture)).toEqual([]);
  expect(guest.accountEnabled).toBe(true);
});

/** Resolves the one decision of a plan, as the history does. */
async function resolveNow(
  fixture: SimulatedFixture,
  { operations }: ReturnType<SimulatedFixture["plan"]>,
) {
  const { operation } = nth(operations, 0);
  const { ledger } = fixture.runner;
  const unresolved = {
    operation,
    actorId: fixture.services.me.userId,
    recordedAt: fixture.services.clock.now(),
    outcome: ledger.outcomeOf(operation.id),
    steps: ledger.stepsOf(operation.id),
  };
  const resolved = await resolveUnknown([unresolved], fixture.services);
  return { resolved: nth(resolved, 0).outcome, recorded: ledger.outcomesOf(operation.id) };
}

test("An invitation whose answer was lost is sent once, and the audit log resolves it", async () => {
  const { fixture, guest, plan } = setUp("resend", "gateway-timeout-after-accept");
  const { results } = await runPlan(plan, fixture.services);
  expect(nth(results, 0).outcome).toMatchObject({ result: "unknown", evidence: "reported" });
  const later = await resolveNow(fixture, plan);
  expect(later.resolved).toMatchObject({ result: "done", evidence: "audited" });
  expect(later.recorded.map(({ result }) => result)).toEqual(["unknown", "done"]);
  expect(sendings(fixture, "resend")).toBe(1);
  expect(fixture.effects("guest-invited-again")).toEqual([guest.id]);
  expect(fixture.effects("invitation-mailed")).toEqual([guest.id]);
  expect(effects(fixture)).toHaveLength(2);
});

test("An invitation of which the audit log knows nothing stays unknown, and nothing is sent", async () => {
  const { fixture, plan } = setUp("resend", "gateway-timeout");
  await runPlan(plan, fixture.services);
  const later = await resolveNow(fixture, plan);
  expect(later.resolved).toMatchObject({ result: "unknown" });
  expect(later.recorded.map(({ result }) => result)).toEqual(["unknown"]);
  expect(sendings(fixture, "resend")).toBe(1);
  expect(effects(fixture)).toEqual([]);
});

test.each([
  ["block", ["account-disabled"]],
  ["remove", ["user-deleted"]],
] as const)(
  "A %s that was answered “not now” though it was done is not done twice",
  async (kind, kinds) => {
    const { fixture, plan } = setUp(kind, "throttled-though-applied", 2);
    const { results } = await runPlan(plan, fixture.services);
    expect(nth(results, 0).outcome).toMatchObject(LOST);
    expect(await later(fixture, plan)).toMatchObject(PROVEN);
    expect(sendings(fixture, kind)).toBe(1);
    expect(effects(fixture).map(([effect]) => effect)).toEqual(kinds);
  },
);

test("An invitation that was answered “not now” though it went out is not sent twice", async () => {
  const { fixture, plan } = setUp("resend", "throttled-though-applied", 1);
  const { results } = await runPlan(plan, fixture.services);
  expect(nth(results, 0).outcome).toMatchObject({ result: "unknown" });
  expect(sendings(fixture, "resend")).toBe(1);
  expect(effects(fixture).map(([effect]) => effect)).toEqual([
    "guest-invited-again",
    "invitation-mailed",
  ]);
});
