import { expect, test, vi } from "vitest";
import { changePerson } from "@/simulator/control/change-person";
import type { GuestOperationKind } from "@/lib/domain/operation";
import type { Result } from "@/lib/domain/outcome";
import { runPlan } from "./run-plan";
import { nth } from "./testing/nth";
import { SimulatedFixture } from "./testing/simulated-fixture";

// Every call is signed and verified for real.
vi.setConfig({ testTimeout: 30_000 });

type Guest = ReturnType<SimulatedFixture["guests"]>[number];

interface Meanwhile {
  readonly title: string;
  readonly kind: GuestOperationKind;
  readonly pending?: boolean;
  readonly change: (fixture: SimulatedFixture, guest: Guest) => void;
  readonly result: Result;
  readonly detail: string | null;
}

const changed = (change: object) => (fixture: SimulatedFixture, guest: Guest) =>
  void changePerson(fixture.simulated.tenant, guest.id, change);

function getsRole({ simulated }: SimulatedFixture, { id }: Guest): void {
  const [role] = simulated.tenant.directory.roles.values();
  role?.memberIds.add(id);
}

const MEMBER = "The account is a member, and members are never changed.";

const MEANWHILE: readonly Meanwhile[] = [
  {
    title: "A guest who became a member is not blocked",
    kind: "block",
    change: changed({ userType: "Member" }),
    result: "refused",
    detail: MEMBER,
  },
  {
    title: "A guest who became a member is not removed",
    kind: "remove",
    change: changed({ userType: "Member" }),
    result: "refused",
    detail: MEMBER,
  },
  {
    title: "A guest who was given a directory role is not removed",
    kind: "remove",
    change: getsRole,
    result: "refused",
    detail: "The account holds a directory role.",
  },
  {
    title: "A guest who was given a directory role is not blocked",
    kind: "block",
    change: getsRole,
    result: "refused",
    detail: "The account holds a directory role.",
  },
  {
    title: "A guest who accepted the invitation is not removed as pending",
    kind: "remove",
    pending: true,
    change: changed({ externalUserState: "Accepted" }),
    result: "refused",
    detail: "The invitation was accepted after the plan was made.",
  },
  {
    title: "A guest whom somebody else removed is not removed again",
    kind: "remove",
    change: changed({ deleted: true }),
    result: "already-so",
    detail: null,
  },
  {
    title: "A guest who is gone for good is not removed again",
    kind: "remove",
    change: ({ simulated }, { id }) => void simulated.tenant.directory.users.delete(id),
    result: "already-so",
    detail: null,
  },
  {
    title: "A guest whom somebody else blocked is not blocked again",
    kind: "block",
    change: changed({ accountEnabled: false }),
    result: "already-so",
    detail: null,
  },
  {
    title: "A guest whom somebody else removed cannot be blocked",
    kind: "block",
    change: changed({ deleted: true }),
    result: "failed",
    detail: "The account was deleted after the plan was made.",
  },
];

test.each(MEANWHILE)("$title", async ({ kind, pending = false, change, result, detail }) => {
  const fixture = new SimulatedFixture(40);
  const state = pending ? "PendingAcceptance" : "Accepted";
  const fits = (guest: Guest) => guest.accountEnabled && guest.externalUserState === state;
  const guest = nth(fixture.guests(fits), 0);
  const plan = fixture.plan(kind, [guest]);
  change(fixture, guest);
  const { results, stopped } = await runPlan(plan, fixture.services);
  expect(stopped).toBeNull();
  const outcome = { result, evidence: "observed", detail };
  expect(nth(results, 0)).toMatchObject({ recorded: true, outcome });
  const { id } = nth(plan.operations, 0).operation;
  expect(fixture.runner.ledger.outcomeOf(id), "the history has the same").toMatchObject(outcome);
  expect(fixture.simulated.tenant.directory.effects).toEqual([]);
  expect(fixture.simulated.sent.filter((line) => /^(PATCH|DELETE)/.test(line))).toEqual([]);
});

test("Two tabs that remove the same guest do it once, and both decisions are recorded", async () => {
  const fixture = new SimulatedFixture(40);
  const guest = nth(fixture.guests(), 0);
  const plans = [fixture.plan("remove", [guest]), fixture.plan("remove", [guest])];
  const results = await Promise.all(plans.map((plan) => runPlan(plan, fixture.services)));
  expect(results.map(({ results }) => nth(results, 0).outcome?.result)).toEqual(
    expect.arrayContaining(["done", "already-so"]),
  );
  expect(fixture.effects("user-deleted")).toEqual([guest.id]);
  const decisions = fixture.runner.ledger.operations();
  expect(decisions.map(({ id }) => fixture.runner.ledger.outcomeOf(id)?.result).sort()).toEqual([
    "already-so",
    "done",
  ]);
});
