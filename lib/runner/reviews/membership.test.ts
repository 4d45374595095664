import { expect, test } from "vitest";
import { ReviewFixture } from "../testing/review-fixture";
import type { Person } from "../testing/fake-directory";
import type { FakeGroup } from "../testing/fake-review-state";

/** Runs both changes for one guest and one group, and gives back what became of them. */
async function both(like: Partial<Person>, group: Partial<FakeGroup> = {}, protects = false) {
  const outcomes: (string | undefined)[] = [];
  let writes = 0;
  for (const change of ["add", "remove"] as const) {
    const fixture = new ReviewFixture();
    const [guest] = fixture.runner.guests(1, like);
    const id = guest?.id ?? "";
    if (protects) {
      fixture.runner.policy = {
        ...fixture.runner.policy,
        protectedAccounts: [{ id: id.toUpperCase(), because: "break-glass" }],
      };
    }
    const members = new Set(change === "remove" ? [id] : []);
    const { outcome } = await fixture.runOne(
      fixture[change](fixture.reviews.addGroup({ members, ...group }), id),
    );
    outcomes.push(outcome?.result);
    writes += fixture.reviews.writes.length;
  }
  return { outcomes, writes };
}

test.each<[string, Partial<Person>, Partial<FakeGroup>, boolean]>([
  ["a member", { userType: "Member" }, {}, false],
  ["somebody whom the policy protects", {}, {}, true],
  ["a group that follows a rule", {}, { dynamic: true }, false],
  ["a group that is mastered on premises", {}, { synced: true }, false],
])("%s is left alone", async (_title, person, group, protects) => {
  const { outcomes, writes } = await both(person, group, protects);
  expect(outcomes).toEqual(["refused", "refused"]);
  expect(writes).toBe(0);
});

test("somebody with a directory role can be put under a review, and loses nothing", async () => {
  const { outcomes } = await both({ holdsRole: true });
  expect(outcomes).toEqual(["done", "refused"]);
});

test("a group that may hold directory roles gets no guest, and may lose one", async () => {
  const { outcomes } = await both({}, { roleAssignable: true });
  expect(outcomes).toEqual(["refused", "done"]);
});

test("an account that is gone cannot be added, and is in no group any more", async () => {
  const { outcomes, writes } = await both({ where: "deleted" });
  expect(outcomes).toEqual(["failed", "already-so"]);
  expect(writes).toBe(0);
});

test("three hundred guests are put into a group with few readings of it", async () => {
  const fixture = new ReviewFixture();
  const group = fixture.reviews.addGroup();
  const guests = fixture.runner.guests(300);
  const { results } = await fixture.run(
    fixture.plan(...guests.map(({ id }) => fixture.add(group, id))),
  );
  expect(results.every(({ outcome }) => outcome?.result === "done")).toBe(true);
  expect(results.every(({ outcome }) => outcome?.evidence === "observed")).toBe(true);
  expect(group.members.size).toBe(300);
  expect(fixture.reviews.readings.length).toBeLessThan(20);
});

test("a guest who is protected while the run goes on is left alone", async () => {
  const fixture = new ReviewFixture();
  const group = fixture.reviews.addGroup();
  const guests = fixture.runner.guests(100);
  const last = guests.at(-1)?.id ?? "";
  const plan = fixture.plan(...guests.map(({ id }) => fixture.add(group, id)));
  const began = fixture.clock.now();
  const { runPlan } = await import("../run-plan");
  const { results } = await fixture.clock.drive(runPlan(plan, fixture.services), () => {
    if (fixture.clock.now() - began < 1_000) return;
    fixture.runner.policy = {
      ...fixture.runner.policy,
      protectedAccounts: [{ id: last, because: "excluded" }],
    };
  });
  expect(results.at(-1)?.outcome?.result).toBe("refused");
  expect(group.members.has(last)).toBe(false);
});
