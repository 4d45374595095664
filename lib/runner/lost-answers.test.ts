import { expect, test, vi } from "vitest";
import type { Fault } from "@/simulator/weather/weather";
import { runPlan } from "./run-plan";
import { resolveUnknown } from "./resolve-unknown";
import { resolveLater } from "./testing/resolve-later";
import { nth } from "./testing/nth";
import { SimulatedWorld } from "./testing/simulated-world";

// Every call is signed and verified for real.
vi.setConfig({ testTimeout: 30_000 });

const METHOD = { block: "PATCH", remove: "DELETE", resend: "POST" } as const;
const PATH = { block: "/users/", remove: "/users/", resend: "/invitations" } as const;

type Kind = keyof typeof METHOD;

/** A tenant with one guest for this decision, whose act meets the fault once. */
function setUp(kind: Kind, fault: Fault["kind"], retryAfterSeconds?: number) {
  const world = new SimulatedWorld(40);
  const { simulated } = world;
  const fits = ({ accountEnabled, externalUserState, mail }: ReturnType<typeof world.guests>[0]) =>
    accountEnabled && mail !== null && (kind === "resend") === (externalUserState !== "Accepted");
  const guest = nth(world.guests(fits), 0);
  simulated.strikes({
    kind: fault,
    method: METHOD[kind],
    pathPrefix: PATH[kind],
    times: 1,
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  });
  return { world, guest, plan: world.plan(kind, [guest]) };
}

/** How often the act itself went out. */
function sendings(world: SimulatedWorld, kind: Kind): number {
  const isAct = (line: string) => line.startsWith(METHOD[kind]) && line.includes(PATH[kind]);
  return world.simulated.sent.filter((line) => isAct(line) && !line.includes("$batch")).length;
}

const LOST = { result: "unknown", evidence: "reported" };
const PROVEN = { result: "done", evidence: "audited" };

/** What becomes of the one decision of a plan when it is resolved a quarter of an hour later. */
async function later(world: SimulatedWorld, { operations }: ReturnType<SimulatedWorld["plan"]>) {
  const outcomes = await resolveLater(world.small, world.services);
  return outcomes.get(nth(operations, 0).operation.id);
}

const effects = ({ simulated }: SimulatedWorld) =>
  simulated.tenant.directory.effects.map(({ kind, answered }) => [kind, answered]);

test.each([
  ["a gateway loses the answer", "gateway-timeout-after-accept", "error"],
  ["the connection breaks before the answer", "reset-after-accept", "reset"],
] as const)(
  "A block is found by reading and not sent again when %s",
  async (_when, fault, answered) => {
    const { world, guest, plan } = setUp("block", fault);
    const { results } = await runPlan(plan, world.services);
    expect(nth(results, 0)).toMatchObject({ recorded: true, outcome: LOST });
    expect(nth(results, 0).outcome?.detail).toContain("The directory shows it");
    expect(effects(world)).toEqual([["account-disabled", answered]]);
    expect(await later(world, plan)).toMatchObject(PROVEN);
    expect(sendings(world, "block")).toBe(1);
    expect(guest.accountEnabled).toBe(false);
  },
);

test.each([
  ["a gateway loses the answer", "gateway-timeout-after-accept", "error"],
  ["the connection breaks before the answer", "reset-after-accept", "reset"],
] as const)(
  "A removal is done once and proven by the audit log when %s",
  async (_when, fault, answered) => {
    const { world, guest, plan } = setUp("remove", fault);
    const { results } = await runPlan(plan, world.services);
    expect(nth(results, 0).outcome).toMatchObject(LOST);
    expect(await later(world, plan)).toMatchObject(PROVEN);
    expect(sendings(world, "remove")).toBe(1);
    expect(effects(world)).toEqual([["user-deleted", answered]]);
    expect(world.simulated.tenant.directory.deletedUsers.has(guest.id)).toBe(true);
  },
);

test("A block that a gateway swallowed is looked for during half a minute, and has failed once the audit log says so", async () => {
  const { world, guest, plan } = setUp("block", "gateway-timeout");
  const begunAt = world.services.clock.now();
  const { results } = await runPlan(plan, world.services);
  expect(world.services.clock.now() - begunAt).toBeGreaterThanOrEqual(30_000);
  const { outcome } = nth(results, 0);
  expect(outcome).toMatchObject(LOST);
  expect(outcome?.detail).toContain("The directory does not show it");
  expect(await later(world, plan)).toMatchObject({ result: "failed", evidence: "observed" });
  expect(sendings(world, "block")).toBe(1);
  expect(effects(world)).toEqual([]);
  expect(guest.accountEnabled).toBe(true);
});

/** Resolves the one decision of a plan, as the history does. */
async function resolveNow(
  world: SimulatedWorld,
  { operations }: ReturnType<SimulatedWorld["plan"]>,
) {
  const { operation } = nth(operations, 0);
  const { ledger } = world.small;
  const unresolved = {
    operation,
    actorId: world.services.me.userId,
    recordedAt: world.services.clock.now(),
    outcome: ledger.outcomeOf(operation.id),
    steps: ledger.stepsOf(operation.id),
  };
  const resolved = await resolveUnknown([unresolved], world.services);
  return { resolved: nth(resolved, 0).outcome, recorded: ledger.outcomesOf(operation.id) };
}

test("An invitation whose answer was lost is sent once, and the audit log resolves it", async () => {
  const { world, guest, plan } = setUp("resend", "gateway-timeout-after-accept");
  const { results } = await runPlan(plan, world.services);
  expect(nth(results, 0).outcome).toMatchObject({ result: "unknown", evidence: "reported" });
  const later = await resolveNow(world, plan);
  expect(later.resolved).toMatchObject({ result: "done", evidence: "audited" });
  expect(later.recorded.map(({ result }) => result)).toEqual(["unknown", "done"]);
  expect(sendings(world, "resend")).toBe(1);
  expect(world.effects("guest-invited-again")).toEqual([guest.id]);
  expect(world.effects("invitation-mailed")).toEqual([guest.id]);
  expect(effects(world)).toHaveLength(2);
});

test("An invitation of which the audit log knows nothing stays unknown, and nothing is sent", async () => {
  const { world, plan } = setUp("resend", "gateway-timeout");
  await runPlan(plan, world.services);
  const later = await resolveNow(world, plan);
  expect(later.resolved).toMatchObject({ result: "unknown" });
  expect(later.recorded.map(({ result }) => result)).toEqual(["unknown"]);
  expect(sendings(world, "resend")).toBe(1);
  expect(effects(world)).toEqual([]);
});

test.each([
  ["block", ["account-disabled"]],
  ["remove", ["user-deleted"]],
] as const)(
  "A %s that was answered “not now” though it was done is not done twice",
  async (kind, kinds) => {
    const { world, plan } = setUp(kind, "throttled-though-applied", 2);
    const { results } = await runPlan(plan, world.services);
    expect(nth(results, 0).outcome).toMatchObject(LOST);
    expect(await later(world, plan)).toMatchObject(PROVEN);
    expect(sendings(world, kind)).toBe(1);
    expect(effects(world).map(([effect]) => effect)).toEqual(kinds);
  },
);

test("An invitation that was answered “not now” though it went out is not sent twice", async () => {
  const { world, plan } = setUp("resend", "throttled-though-applied", 1);
  const { results } = await runPlan(plan, world.services);
  expect(nth(results, 0).outcome).toMatchObject({ result: "unknown" });
  expect(sendings(world, "resend")).toBe(1);
  expect(effects(world).map(([effect]) => effect)).toEqual([
    "guest-invited-again",
    "invitation-mailed",
  ]);
});
