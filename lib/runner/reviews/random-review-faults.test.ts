import { describe, expect, test } from "vitest";
import type { OperationKind } from "@/lib/domain/operation";
import type { Plan } from "@/lib/domain/plan";
import type { RunnerServices } from "../runner-services";
import { flushOutbox } from "../flush-outbox";
import { resolveUnknown } from "../resolve-unknown";
import { seededRandom, pick } from "../testing/seeded-random";
import { ReviewFixture, type OperationRequest } from "../testing/review-fixture";
import type { Fate } from "../testing/fake-directory";
import { runPlan } from "../run-plan";

// More by hand: PROPERTY_SEEDS=1000.
const SEEDS = Number(process.env.PROPERTY_SEEDS ?? 100);

const FATES: readonly Fate[] = [
  { kind: "no-answer", applied: true },
  { kind: "no-answer", applied: false },
  { kind: "malformed", applied: true },
  { kind: "throttled", applied: true, retryAfterSeconds: 3 },
  { kind: "throttled", applied: false, retryAfterSeconds: 11 },
  { kind: "unavailable", applied: true },
  { kind: "unavailable", applied: false },
  { kind: "bad-request", applied: false },
  { kind: "forbidden", applied: false },
  { kind: "needs-consent", applied: false },
];

/** A tenant with something for every kind of operation; each is about another object. */
function scatter(fixture: ReviewFixture, next: () => number): Plan {
  const { reviews, runner } = fixture;
  const requests: OperationRequest[] = [];
  const many = (most: number, make: () => OperationRequest | readonly OperationRequest[]) => {
    for (let left = Math.floor(next() * most); left > 0; left -= 1)
      requests.push(...[make()].flat());
  };
  many(5, () => fixture.create());
  many(3, () => fixture.createGroup());
  const kinds = ["change-review", "delete-review", "stop-review"] as const;
  many(5, () => {
    const review = reviews.addReview({ displayName: "Snapshot" });
    review.modifiedAt -= 3_600_000;
    return fixture.on(review, pick(kinds, next), { displayName: "After" });
  });
  const whole = [
    ...(["stop-instance", "apply-instance", "reset-instance"] as const),
    ...(["accept-recommendations", "remind-reviewers"] as const),
  ];
  many(6, () => {
    const kind = pick(whole, next);
    const review = reviews.addReview();
    const decided = kind === "reset-instance";
    const instance = reviews.addInstance(review, 3, {
      decision: decided ? "Approve" : "NotReviewed",
      reviewedAt: decided ? fixture.clock.now() - 60_000 : null,
    });
    if (kind === "apply-instance") instance.status = "Completed";
    return fixture.within(review, instance, kind);
  });
  many(3, () => {
    const review = reviews.addReview();
    return fixture.answers(review, reviews.addInstance(review, Math.floor(next() * 90)));
  });
  const group = reviews.addGroup();
  many(40, () => {
    const guest = runner.directory.add({
      id: runner.mintId(),
      userType: next() < 0.1 ? "Member" : "Guest",
      holdsRole: next() < 0.1,
      where: next() < 0.1 ? "deleted" : "live",
    });
    const change = next() < 0.5 ? "add" : "remove";
    // What nobody looked at before it was lost is resolved by what shows: it must not have been so already.
    if (change === "remove") group.members.add(guest.id);
    return fixture[change](group, guest.id);
  });
  return fixture.plan(...requests.sort(() => next() - 0.5));
}

/** What the run of a seed met, before the recovery. */
interface Observation {
  readonly kinds: readonly string[];
  readonly results: readonly string[];
}

const observations = new Map<number, Observation>();

function observe(seed: number, fixture: ReviewFixture): Observation {
  const kinds = fixture.reviews.effects.map(({ kind }) => kind);
  const results = fixture.ledger
    .operations()
    .map(({ id }) => fixture.ledger.outcomeOf(id)?.result ?? "none");
  const observation = { kinds, results };
  observations.set(seed, observation);
  return observation;
}

/** A run in which anything may fail, the person may stop it, and the tab may be closed at any moment. */
async function runWithFaults(seed: number) {
  const next = seededRandom(seed);
  const fixture = new ReviewFixture();
  const plan = scatter(fixture, next);
  const protectedId = plan.operations.find(({ guest }) => guest !== null)?.guest?.id;
  if (protectedId !== undefined) {
    const protectedAccounts = [{ id: protectedId, because: "excluded" as const }];
    fixture.runner.policy = { ...fixture.runner.policy, protectedAccounts };
  }
  fixture.reviews.lagMilliseconds = next() * 25_000;
  const faults = { graph: next() * 0.4, ledger: next() * 0.3, read: next() * 0.1 };
  const fates = FATES.filter(() => next() < 0.5);
  fixture.reviews.fateOf = () =>
    fates.length > 0 && next() < faults.graph ? pick(fates, next) : "well";
  const fails = () => (next() < faults.read ? "unavailable" : null);
  fixture.reviews.readingFails = fails;
  fixture.runner.directory.readingFails = fails;
  fixture.ledger.fateOf = () =>
    next() < faults.ledger ? pick(["down", "answer-lost"] as const, next) : "well";
  const ends = { stopped: next() < 0.25 ? next() * 150 : Infinity, killed: Infinity };
  if (next() < 0.4) ends.killed = next() * 200;
  const tab = fixture.openTab();
  await runUntil(fixture, plan, tab, ends);
  const killed = ends.killed < Infinity;
  tab.close();
  if (killed) {
    // What waits outlives a reload, and not the tab; after a reload the plan may be run again.
    if (next() < 0.5) fixture.runner.outboxEntries.clear();
    else await runUntil(fixture, plan, fixture.openTab(), ends);
  }
  return { fixture, plan };
}

async function runUntil(
  fixture: ReviewFixture,
  plan: Plan,
  tab: { readonly services: RunnerServices; readonly close: () => void },
  ends: { readonly stopped: number; killed: number },
): Promise<void> {
  const controller = new AbortController();
  let ticks = 0;
  let kill: () => void = () => undefined;
  const killed = new Promise<void>((resolve) => (kill = resolve));
  const work = runPlan(plan, tab.services, { signal: controller.signal });
  await fixture.clock.drive(Promise.race([work, killed]), () => {
    ticks += 1;
    if (ticks > ends.stopped) controller.abort();
    if (ticks > ends.killed) {
      tab.close();
      kill();
    }
  });
}

/** The faults are over: the next visit saves what waits and resolves the rest. */
async function recover(fixture: ReviewFixture): Promise<void> {
  fixture.reviews.fateOf = () => "well";
  fixture.reviews.readingFails = () => null;
  fixture.runner.directory.readingFails = () => null;
  fixture.ledger.fateOf = () => "well";
  // Entra's audit log is minutes late.
  await fixture.clock.drive(fixture.clock.sleep(20 * 60_000));
  await flushOutbox(fixture.services);
  await fixture.clock.drive(resolveUnknown(fixture.unresolved(), fixture.services));
}

function checkEffects(fixture: ReviewFixture): void {
  const { journal, policy, directory } = fixture.runner;
  const operations = new Map(fixture.ledger.operations().map((each) => [each.id, each]));
  const excluded = new Set(policy.protectedAccounts.map(({ id }) => id));
  const isUntouchable = (id: string, kind: string) => {
    const person = directory.people.get(id);
    // A person who holds a directory role loses nothing by being put into a group.
    const isPrivileged = kind === "remove-member" && person?.holdsRole === true;
    return excluded.has(id) || person?.userType === "Member" || isPrivileged;
  };
  const times = new Map<string, number>();
  for (const { kind, tracking, id } of fixture.reviews.effects) {
    expect(operations.get(tracking)?.kind, "an effect has its operation, and is what it says").toBe(
      kind,
    );
    const [plannedAt, effectAt] = [`planned ${tracking}`, `effect ${tracking}`].map((word) =>
      journal.indexOf(word),
    );
    expect(plannedAt, "the operation is earlier").toBeLessThan(effectAt ?? -1);
    if (kind === "add-member" || kind === "remove-member") {
      expect(isUntouchable(id, kind), "nobody is touched who must not be").toBe(false);
    }
    times.set(tracking, (times.get(tracking) ?? 0) + 1);
  }
  for (const count of times.values()) expect(count, "one effect an operation").toBe(1);
}

/** Nobody undoes these, the log names them by their object, or the item itself says who decided it. */
const SURELY_NOT_DONE: ReadonlySet<OperationKind> = new Set<OperationKind>([
  ...["delete-review", "stop-review", "stop-instance", "answer-item"],
  ...["add-member", "remove-member"],
] as const);

function checkOutcomes(fixture: ReviewFixture): void {
  const effects = new Map(fixture.reviews.effects.map((effect) => [effect.tracking, effect]));
  for (const { id, kind } of fixture.ledger.operations()) {
    const outcome = fixture.ledger.outcomeOf(id);
    expect(outcome, "after recovery every operation has an outcome").not.toBeNull();
    const effect = effects.get(id);
    const isMail = kind === "remind-reviewers";
    // What never happened and could have been undone since cannot be told from that.
    const mayBeUnknown = isMail || (effect === undefined && !SURELY_NOT_DONE.has(kind));
    if (!mayBeUnknown) expect(outcome?.result, `${kind} is resolved`).not.toBe("unknown");
    if (outcome?.result === "done") expect(effect, `${kind} is done: it happened`).toBeDefined();
    if (outcome?.result === "failed" || outcome?.result === "refused") {
      expect(effect, `${kind} failed: it did not happen`).toBeUndefined();
    }
    if (!kind.startsWith("create-") || outcome?.result !== "done") continue;
    const last = fixture.ledger.entries.findLast(
      (entry) => entry.kind === "carried-out" && entry.operationId === id,
    );
    expect(last, "it names what it made").toMatchObject({ subject: { id: effect?.id } });
  }
}

describe("whatever fails, and whenever", () => {
  test.each(Array.from({ length: SEEDS }, (_, index) => index + 1))(
    "seed %i: one operation is sent once at most, recorded before it, and known after it",
    async (seed) => {
      const { fixture } = await runWithFaults(seed);
      observe(seed, fixture);
      await recover(fixture);
      checkEffects(fixture);
      checkOutcomes(fixture);
    },
  );
});

test("a seed replays exactly", async () => {
  const journals = await Promise.all(
    [7, 7].map(async (seed) => (await runWithFaults(seed)).fixture.runner.journal.join("\n")),
  );
  expect(journals[0]).toBe(journals[1]);
});

test("the faults cover everything: every kind and every result occur", async () => {
  const results = new Set<string>();
  const kinds = new Set<string>();
  for (let seed = 1; seed <= 60; seed += 1) {
    const met = observations.get(seed) ?? observe(seed, (await runWithFaults(seed)).fixture);
    for (const kind of met.kinds) kinds.add(kind);
    for (const result of met.results) results.add(result);
  }
  expect(kinds.size).toBe(13);
  expect(results).toEqual(new Set(["done", "already-so", "refused", "failed", "unknown", "none"]));
});
