import { expect, test, vi } from "vitest";
import type { Plan } from "@/lib/domain/plan";
import { planAnswers } from "@/lib/domain/reviews/plan-answers";
import { planRemovals } from "@/lib/domain/reviews/plan-review";
import type { ReviewItem } from "@/lib/domain/reviews/review";
import type { RunnerServices } from "../runner-services";
import { resolveUnknown } from "../resolve-unknown";
import { SimulatedReviewFixture } from "../testing/simulated-review-fixture";
import { QUARTER_OF_AN_HOUR_MILLISECONDS } from "../testing/resolve-later";
import { runPlan } from "../run-plan";
import type { Unresolved } from "../resolve-operation";

// Every call is signed, verified and answered for real, on machines that do other things too.
vi.setConfig({ testTimeout: 60_000 });

/** Keeps the compiler from believing that what a closing tab sets can never change. */
const isOpen = ({ open }: { readonly open: boolean }): boolean => open;

/** Runs a plan in a tab that is closed once Graph has accepted a number of writes; nothing after that goes on. */
async function runUntilTabCloses(
  fixture: SimulatedReviewFixture,
  plan: Plan,
  acceptedWrites: number,
): Promise<void> {
  const never = new Promise<never>(() => undefined);
  const tab = { open: true, begun: 0, accepted: 0 };
  let close: () => void = () => undefined;
  const closed = new Promise<void>((resolve) => (close = resolve));
  const whileOpen = async <R>(work: () => Promise<R>): Promise<R> => {
    if (!tab.open) return never;
    const result = await work();
    return isOpen(tab) ? result : never;
  };
  const { graph } = fixture.services;
  const services: RunnerServices = {
    ...fixture.services,
    append: (request) => whileOpen(() => fixture.services.append(request)),
    graph: {
      pages: (path, options) => graph.pages(path, options),
      read: (path, options) => whileOpen(() => graph.read(path, options)),
      batch: (requests, options) => whileOpen(() => graph.batch(requests, options)),
      send: (method, path, options) =>
        whileOpen(async () => {
          tab.begun += 1;
          if (tab.begun > acceptedWrites) return never;
          const sent = await graph.send(method, path, options);
          tab.accepted += 1;
          if (tab.accepted === acceptedWrites) {
            tab.open = false;
            close();
          }
          return sent;
        }),
    },
  };
  await Promise.race([runPlan(plan, services), closed]);
  expect(isOpen(tab), "the tab was closed in the middle").toBe(false);
  fixture.runner.running.clear();
  fixture.runner.outboxEntries.clear();
}

/** What the history of a plan still has no outcome for. */
function unresolved(fixture: SimulatedReviewFixture, plan: Plan, recordedAt: number): Unresolved[] {
  const actorId = fixture.services.me.userId;
  return plan.operations
    .filter(({ operation }) => fixture.runner.ledger.outcomeOf(operation.id) === null)
    .map(({ operation }) => ({ operation, actorId, recordedAt, outcome: null, steps: [] }));
}

/** Results of a plan by how many operations have each, as the ledger has them. */
function resultsOf(fixture: SimulatedReviewFixture, plan: Plan): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { operation } of plan.operations) {
    const result = fixture.runner.ledger.outcomeOf(operation.id)?.result ?? "none";
    counts[result] = (counts[result] ?? 0) + 1;
  }
  return counts;
}

/** Resolves by reading what the closed tab left open. */
async function resolveRest(
  fixture: SimulatedReviewFixture,
  plan: Plan,
  recordedAt: number,
): Promise<void> {
  const before = fixture.simulated.tenant.directory.effects.length;
  const open = unresolved(fixture, plan, recordedAt);
  expect(open.length).toBeGreaterThan(0);
  await fixture.services.clock.sleep(QUARTER_OF_AN_HOUR_MILLISECONDS);
  await resolveUnknown(open, fixture.services);
  expect(fixture.simulated.tenant.directory.effects, "resolving sends nothing").toHaveLength(
    before,
  );
}

test("A tab closed during forty answers leaves each of them once or not at all, and the rest is answered afterwards", async () => {
  const fixture = new SimulatedReviewFixture(160);
  const { items } = await fixture.running(40);
  const deny = (open: readonly ReviewItem[]) =>
    planAnswers(
      open.map((item) => ({
        ...{ item, decision: "Deny" as const, justification: "The project ended" },
      })),
      fixture.planning,
    );
  const plan = deny(await items());
  expect(plan.operations).toHaveLength(40);
  const recordedAt = fixture.services.clock.now();
  await runUntilTabCloses(fixture, plan, 12);
  await resolveRest(fixture, plan, recordedAt);
  expect(resultsOf(fixture, plan)).toEqual({ done: 12, failed: 28 });
  const undecided = (await items()).filter(({ decision }) => decision === "NotReviewed");
  expect(undecided).toHaveLength(28);
  expect(await fixture.results(deny(undecided))).toEqual(undecided.map(() => "done"));
  expect((await items()).every(({ decision }) => decision === "Deny")).toBe(true);
  const answered = fixture.simulated.tenant.directory.effects.filter(
    ({ kind }) => kind === "review-decided",
  );
  expect(answered).toHaveLength(40);
  expect(new Set(answered.map(({ path }) => path)).size, "each item once").toBe(40);
});

test("A tab closed while guests are taken out of a group leaves nobody taken out twice, and nobody forgotten", async () => {
  const fixture = new SimulatedReviewFixture(60);
  const guests = fixture.guests().slice(0, 16);
  const groupId = await fixture.group(guests);
  const members = () =>
    fixture.simulated.tenant.directory.groups.get(groupId)?.memberIds ?? new Set();
  const remove = (ids: readonly string[]) =>
    planRemovals(
      ids.map((id) => ({ guest: { id, displayName: "", mail: null }, groupId })),
      fixture.planning,
    );
  const plan = remove(guests.map(({ id }) => id));
  const recordedAt = fixture.services.clock.now();
  await runUntilTabCloses(fixture, plan, 5);
  expect(members().size).toBe(11);
  await resolveRest(fixture, plan, recordedAt);
  expect(resultsOf(fixture, plan)).toEqual({ done: 5, failed: 11 });
  const left = guests.map(({ id }) => id).filter((id) => members().has(id));
  expect(await fixture.results(remove(left))).toEqual(left.map(() => "done"));
  expect(members().size).toBe(0);
  const removed = fixture.effects("group-member-removed");
  expect(removed).toHaveLength(16);
});
