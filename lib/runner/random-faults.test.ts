import { describe, expect, test } from "vitest";
import {
  GUEST_OPERATION_KINDS,
  type GuestOperationKind,
  isGuestOperation,
  type OperationKind,
} from "@/lib/domain/operation";
import { RESULTS } from "@/lib/domain/outcome";
import { type AccountState, readState } from "@/lib/graph/guests/read-account-state";
import { runPlan } from "./run-plan";
import { flushOutbox } from "./flush-outbox";
import { resolveUnknown } from "./resolve-unknown";
import { seededRandom, pick } from "./testing/seeded-random";
import { auditRecord, type Effect, type Fate, type Person } from "./testing/fake-directory";
import { unresolvedIn } from "./testing/resolve-later";
import { ME, RunnerFixture } from "./testing/runner-fixture";

// More by hand: PROPERTY_SEEDS=1000.
const SEEDS = Number(process.env.PROPERTY_SEEDS ?? 100);

const FATES: readonly Fate[] = [
  { kind: "no-answer", applied: true },
  { kind: "no-answer", applied: false },
  { kind: "malformed", applied: true },
  { kind: "throttled", applied: true, retryAfterSeconds: 3 },
  { kind: "throttled", applied: false, retryAfterSeconds: 11 },
  { kind: "throttled", applied: false },
  { kind: "unavailable", applied: false },
  { kind: "bad-request", applied: false },
  { kind: "forbidden", applied: false },
  { kind: "needs-consent", applied: false },
];

const EFFECT_OF: Readonly<Record<GuestOperationKind, Effect["kind"] | null>> = {
  keep: null,
  block: "blocked",
  unblock: "unblocked",
  remove: "removed",
  restore: "restored",
  resend: "invited",
};

function effectOf(kind: OperationKind): Effect["kind"] | null {
  return isGuestOperation(kind) ? EFFECT_OF[kind] : null;
}

/** Other people's work in the directory while a run goes on. */
function meddle(fixture: RunnerFixture, people: readonly Person[], next: () => number): void {
  const person = pick(people, next);
  switch (Math.floor(next() * 5)) {
    case 0:
      person.userType = "Member";
      break;
    case 1:
      if (person.where !== "live") break;
      person.where = "deleted";
      noteInAuditLog(fixture, person, "Delete user");
      break;
    case 2:
      person.holdsRole = true;
      break;
    case 3:
      person.pending = false;
      break;
    default:
      person.enabled = !person.enabled;
      noteInAuditLog(fixture, person, person.enabled ? "Enable account" : "Disable account");
  }
}

/** Entra writes down what others do, too. */
function noteInAuditLog(fixture: RunnerFixture, { id }: Person, activity: string): void {
  const at = new Date(fixture.clock.now()).toISOString();
  const record = { activity, actorId: SOMEBODY, targetId: id, tracking: fixture.mintId(), at };
  fixture.directory.audits = [...fixture.directory.audits, auditRecord(record)];
}

const SOMEBODY = "00000000-0000-4000-9000-0000000000aa";

function scatter(fixture: RunnerFixture, next: () => number): Person[] {
  return Array.from({ length: 30 + Math.floor(next() * 120) }, () =>
    fixture.directory.add({
      id: fixture.mintId(),
      userType: next() < 0.05 ? "Member" : "Guest",
      enabled: next() < 0.7,
      pending: next() < 0.4,
      holdsRole: next() < 0.05,
      internal: next() < 0.2,
      where: next() < 0.3 ? "deleted" : "live",
    }),
  );
}

async function runWithFaults(seed: number) {
  const next = seededRandom(seed);
  const fixture = new RunnerFixture();
  const people = scatter(fixture, next);
  fixture.policy = {
    ...fixture.policy,
    protectedAccounts: people.slice(0, 3).map(({ id }) => ({ id, because: "excluded" })),
  };
  const faults = { graph: next() * 0.3, ledger: next() * 0.3, read: next() * 0.1 };
  const meddled = next() < 0.5 ? 0.1 : 0;
  const fates = FATES.filter(() => next() < 0.5);
  fixture.directory.fateOf = () =>
    fates.length > 0 && next() < faults.graph ? pick(fates, next) : "well";
  fixture.directory.readingFails = () => (next() < faults.read ? "unavailable" : null);
  fixture.ledger.fateOf = () =>
    next() < faults.ledger ? pick(["down", "answer-lost"] as const, next) : "well";

  const plan = fixture.plan(pick(GUEST_OPERATION_KINDS, next), people);
  const controller = new AbortController();
  const abortAt = next() < 0.25 ? next() * 200 : Infinity;
  let ticks = 0;
  await fixture.clock.drive(runPlan(plan, fixture.services, { signal: controller.signal }), () => {
    ticks += 1;
    if (ticks > abortAt) controller.abort();
    if (next() < meddled) meddle(fixture, people, next);
  });
  return { fixture, plan, meddled: meddled > 0 };
}

/** The faults are over: the next visit saves what waits and resolves the rest. */
async function recover(fixture: RunnerFixture): Promise<void> {
  // Entra's audit log is minutes late.
  await fixture.clock.drive(fixture.clock.sleep(20 * 60_000));
  fixture.directory.fateOf = () => "well";
  fixture.directory.readingFails = () => null;
  fixture.ledger.fateOf = () => "well";
  await flushOutbox(fixture.services);
  const recordedAt = (id: string) => fixture.recordedAt.get(id) ?? fixture.clock.now();
  const unresolved = unresolvedIn(fixture.ledger, ME, recordedAt);
  await fixture.clock.drive(resolveUnknown(unresolved, fixture.services));
}

function checkEffects(fixture: RunnerFixture): void {
  const planned = new Map(
    fixture.ledger.operations().flatMap((each) => each.steps.map(({ id }) => [id, each])),
  );
  const protectedIds = new Set(fixture.policy.protectedAccounts.map(({ id }) => id));
  const effectCounts = new Map<string, number>();
  for (const { tracking, kind, guestId, person } of fixture.directory.effects) {
    const operation = planned.get(tracking);
    expect(operation?.guestId, "I1: an effect has its operation").toBe(guestId);
    const plannedAt = fixture.journal.indexOf(`planned ${operation?.id ?? ""}`);
    const effectAt = fixture.journal.indexOf(`effect ${tracking}`);
    expect(plannedAt, "I1: the operation is earlier").toBeLessThan(effectAt);
    expect(person.userType, "I2: no member is touched").toBe("Guest");
    expect(protectedIds.has(guestId), "I2: nobody protected is touched").toBe(false);
    expect(person.holdsRole && person.where === "live" && kind !== "restored", "I2: no role").toBe(
      false,
    );
    if (kind === "sessions-revoked") continue;
    expect(kind, "the effect is the one that was decided").toBe(
      effectOf(operation?.kind ?? "keep"),
    );
    effectCounts.set(tracking, (effectCounts.get(tracking) ?? 0) + 1);
  }
  for (const count of effectCounts.values()) expect(count, "I3: one effect an operation").toBe(1);
}

async function checkOutcomes(fixture: RunnerFixture, meddled: boolean): Promise<void> {
  const effects = new Set(fixture.directory.effects.map(({ tracking }) => tracking));
  for (const { id, kind, guestId, steps } of fixture.ledger.operations()) {
    if (!isGuestOperation(kind) || kind === "keep") continue;
    const outcome = fixture.ledger.outcomeOf(id);
    expect(outcome, "I1: after recovery every operation has an outcome").not.toBeNull();
    // Where others changed the same guest, what the directory shows may be theirs: then unknown is the truth.
    const mayBeUnknown = kind === "resend" || meddled;
    if (!mayBeUnknown) expect(outcome?.result, "I8: and a resolved one").not.toBe("unknown");
    if (effects.has(id)) expect(outcome?.result, "I8: what we did is proven").not.toBe("unknown");
    if (outcome?.result === "done") {
      const isEffective = steps.some((step) => effects.has(step.id));
      expect(isEffective, "I4: done has an effect").toBe(true);
    }
    if (outcome?.result === "partly-done") {
      // Its first step is done, or was so already.
      const first = fixture.ledger.outcomeOf(id, id);
      expect(["done", "already-so"], "I4: the first step is done").toContain(first?.result);
    }
    if (outcome?.result === "failed" || outcome?.result === "refused") {
      expect(effects.has(id), "I4: failed has none").toBe(false);
    }
    if (kind === "resend" || meddled) continue;
    const shown = WANTED[kind](await readState(fixture.directory.graph, guestId ?? ""));
    if (outcome?.result === "already-so") expect(shown).toBe(true);
  }
}

/** How the directory shows each decision. */
const WANTED: Readonly<
  Record<"block" | "unblock" | "remove" | "restore", (state: AccountState) => boolean>
> = {
  block: (state) => state.kind === "guest" && !state.enabled,
  unblock: (state) => state.kind === "guest" && state.enabled,
  remove: ({ kind }) => kind === "deleted" || kind === "absent",
  restore: ({ kind }) => kind === "guest" || kind === "member",
};

/** What the run of a seed met, before the recovery. */
interface Observation {
  readonly effects: number;
  readonly results: readonly string[];
}

const observations = new Map<number, Observation>();

function observe(seed: number, fixture: RunnerFixture): Observation {
  const results = fixture.ledger
    .operations()
    .map(({ id }) => fixture.ledger.outcomeOf(id)?.result ?? "none");
  const observation = { effects: fixture.directory.effects.length, results };
  observations.set(seed, observation);
  return observation;
}

describe("whatever fails, and whenever", () => {
  test.each(Array.from({ length: SEEDS }, (_, index) => index + 1))(
    "seed %i keeps the invariants I1 to I4",
    async (seed) => {
      const { fixture, meddled } = await runWithFaults(seed);
      observe(seed, fixture);
      await recover(fixture);
      checkEffects(fixture);
      await checkOutcomes(fixture, meddled);
    },
  );
});

test("a seed replays exactly", async () => {
  const journals = await Promise.all(
    [7, 7].map(async (seed) => (await runWithFaults(seed)).fixture.journal.join("\n")),
  );
  expect(journals[0]).toBe(journals[1]);
});

test("the faults cover everything: every result and hundreds of effects occur", async () => {
  const results = new Set<string>();
  let effects = 0;
  for (let seed = 1; seed <= 60; seed += 1) {
    const met = observations.get(seed) ?? observe(seed, (await runWithFaults(seed)).fixture);
    effects += met.effects;
    for (const result of met.results) results.add(result);
  }
  expect(effects).toBeGreaterThan(600);
  expect(results).toEqual(new Set([...RESULTS, "none"]));
});
