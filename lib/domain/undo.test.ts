import { expect, test } from "vitest";
import type { Known } from "./known";
import type { GuestOperationKind } from "./operation";
import { DEFAULT_POLICY } from "./policy";
import { type DoneOperation, makeUndoPlan, type UndoInput } from "./undo";

const known: Known = {
  standing: "stale",
  explanation: "Seen long ago.",
  lastSeen: { kind: "never" },
  redemption: { kind: "not-invited" },
  createdAt: null,
  enabled: true,
  userType: "guest",
  policy: { staleAfterDays: 90, newGuestGraceDays: 30, pendingAfterDays: 30 },
};

function done(kind: GuestOperationKind, id = "d1"): DoneOperation {
  return {
    id,
    kind,
    known,
    guest: { id: `guest-of-${id}`, displayName: null, mail: null },
    doneAt: 0,
    against: null,
  };
}

function input(decisions: readonly DoneOperation[], overrides: Partial<UndoInput> = {}): UndoInput {
  let minted = 0;
  return {
    done: decisions,
    reason: "a mistake",
    policy: DEFAULT_POLICY,
    myId: "me",
    tenantId: "the tenant",
    now: 1,
    mintId: () => `minted-${++minted}`,
    ...overrides,
  };
}

test.each([
  ["block", "unblock"],
  ["unblock", "block"],
  ["remove", "restore"],
  ["restore", "remove"],
] as const)("%s is taken back by %s, decision by decision", (kind, back) => {
  const plan = makeUndoPlan(input([done(kind, "d1"), done(kind, "d2")]));
  expect(plan?.reason).toBe("a mistake");
  expect(plan?.operations.map(({ operation }) => [operation.kind, operation.undoes])).toEqual([
    [back, "d1"],
    [back, "d2"],
  ]);
});

test.each(["keep", "resend"] as const)("there is nothing to take back of %s", (kind) => {
  expect(makeUndoPlan(input([done(kind)]))).toBeNull();
});

test("there is nothing to take back where nothing was done", () => {
  expect(makeUndoPlan(input([]))).toBeNull();
});

test("what is known at the undo is what the operation left behind", () => {
  const blocked = makeUndoPlan(input([done("block")]));
  expect(blocked?.operations[0]?.operation.known).toMatchObject({
    standing: "blocked",
    enabled: false,
  });
  const removed = makeUndoPlan(input([done("remove")]));
  expect(removed?.operations[0]?.operation.known?.standing).toBe("deleted");
});

test("who has been protected since is left alone", () => {
  const protectedAccounts = [{ id: "guest-of-d1", because: "excluded" as const }];
  const plan = makeUndoPlan(
    input([done("unblock")], { policy: { ...DEFAULT_POLICY, protectedAccounts } }),
  );
  expect(plan?.operations).toEqual([]);
  expect(plan?.skipped.map(({ because }) => because)).toEqual(["excluded"]);
});

test("a guest whom a later operation changed is left alone", () => {
  const again = { ...done("block", "d1"), against: "changed-since" as const };
  const plan = makeUndoPlan(input([again, done("block", "d2")]));
  expect(plan?.operations.map(({ operation }) => operation.undoes)).toEqual(["d2"]);
  expect(plan?.skipped.map(({ because }) => because)).toEqual(["changed-since"]);
});

test("who was removed more than 30 days ago is gone for good, and is not offered", () => {
  const now = 31 * 86_400_000;
  const plan = makeUndoPlan(
    input([done("remove", "d1"), { ...done("remove", "d2"), doneAt: now }], { now }),
  );
  expect(plan?.operations.map(({ operation }) => operation.undoes)).toEqual(["d2"]);
  expect(plan?.skipped.map(({ because }) => because)).toEqual(["gone"]);
  const blocked = makeUndoPlan(input([done("block")], { now }));
  expect(blocked?.operations).toHaveLength(1);
});
