import { describe, expect, test } from "vitest";
import { GUEST_OPERATION_KINDS, type GuestOperationKind } from "./operation";
import type { Guest } from "./guest";
import { makePlan, type PlanInput } from "./make-plan";
import type { Candidate } from "./plan";
import { DEFAULT_POLICY } from "./policy";
import type { HeldRole, RoleHolders } from "./role-holders";

const ME = "10000000-0000-4000-8000-00000000000a";

function guest(overrides: Partial<Guest> = {}): Guest {
  return {
    id: "10000000-0000-4000-8000-000000000001",
    displayName: "Ada",
    mail: "ada@partner.example",
    userPrincipalName: "ada_partner.example#EXT#@harborline.example",
    userType: "guest",
    enabled: true,
    createdAt: 0,
    creationType: "Invitation",
    redemption: { kind: "redeemed", at: 0 },
    lastSeen: { kind: "never" },
    lastAttemptAt: null,
    partner: "partner.example",
    identityClass: "entra",
    sponsors: [],
    ...overrides,
  };
}

const PENDING = { kind: "pending", since: 0 } as const;
const GUEST_ID = guest().id;

function candidate(overrides: Partial<Guest> = {}, kind: Candidate["standing"]["kind"] = "stale") {
  return { guest: guest(overrides), standing: { kind }, explanation: "Seen long ago." };
}

function input(kind: GuestOperationKind, overrides: Partial<PlanInput> = {}): PlanInput {
  let minted = 0;
  return {
    kind,
    candidates: [candidate()],
    reason: "left the project",
    policy: DEFAULT_POLICY,
    myId: ME,
    roleHolders: new Map(),
    fullyRead: true,
    tenantId: "the tenant",
    mintId: () => `minted-${++minted}`,
    ...overrides,
  };
}

function skipOf(kind: GuestOperationKind, overrides: Partial<PlanInput>) {
  const { skipped, operations } = makePlan(input(kind, overrides));
  return operations.length === 1 ? null : skipped[0]?.because;
}

const holding = (held: HeldRole): RoleHolders => new Map([[GUEST_ID, held]]);
const excluded = {
  ...DEFAULT_POLICY,
  protectedAccounts: [{ id: GUEST_ID.toUpperCase(), because: "excluded" as const }],
};
const breakGlass = {
  ...DEFAULT_POLICY,
  protectedAccounts: [{ id: GUEST_ID, because: "break-glass" as const }],
};

describe("who is left alone, and why", () => {
  test.each<[string, GuestOperationKind, Partial<PlanInput>, string | null]>([
    ["a stale guest may be removed", "remove", {}, null],
    ["a member never", "remove", { candidates: [candidate({ userType: "member" })] }, "member"],
    [
      "a member is not even kept",
      "keep",
      { candidates: [candidate({ userType: "member" })] },
      "member",
    ],
    ["oneself", "block", { myId: GUEST_ID.toUpperCase() }, "yourself"],
    ["an excluded guest, however the id is spelled", "remove", { policy: excluded }, "excluded"],
    ["an excluded guest may be kept", "keep", { policy: excluded }, null],
    [
      "a break-glass account is not even unblocked",
      "unblock",
      { policy: breakGlass },
      "break-glass",
    ],
    ["who holds a role", "block", { roleHolders: holding("active") }, "holds-directory-role"],
    [
      "who may activate a role",
      "remove",
      { roleHolders: holding("eligible") },
      "eligible-for-directory-role",
    ],
    ["who may activate a role may be kept", "keep", { roleHolders: holding("eligible") }, null],
    [
      "who is blocked is not blocked",
      "block",
      { candidates: [candidate({ enabled: false })] },
      "already-so",
    ],
    [
      "who is blocked is unblocked",
      "unblock",
      { candidates: [candidate({ enabled: false })] },
      null,
    ],
    ["who is enabled is not unblocked", "unblock", {}, "already-so"],
    ["who accepted is not invited again", "resend", {}, "not-pending"],
    [
      "who has not accepted is",
      "resend",
      { candidates: [candidate({ redemption: PENDING })] },
      null,
    ],
    [
      "a mail to nowhere",
      "resend",
      { candidates: [candidate({ redemption: PENDING, mail: null })] },
      "no-mail",
    ],
    [
      "a blocked guest could not accept",
      "resend",
      { candidates: [candidate({ redemption: PENDING, enabled: false })] },
      "blocked",
    ],
    [
      "the deleted are not removed",
      "remove",
      { candidates: [candidate({}, "deleted")] },
      "already-so",
    ],
    ["the deleted are not blocked", "block", { candidates: [candidate({}, "deleted")] }, "gone"],
    ["the deleted are restored", "restore", { candidates: [candidate({}, "deleted")] }, null],
    ["the living are not restored", "restore", {}, "already-so"],
    ["one of an unfinished list may be removed", "remove", { fullyRead: false }, null],
    ["many of an unfinished list may not", "remove", { fullyRead: false, gone: ["x"] }, "gone"],
  ])("%s", (_title, kind, input, because) => {
    expect(skipOf(kind, input)).toBe(because);
  });

  test("of an unfinished list many are not acted on, and may be kept", () => {
    const second = candidate({ id: "10000000-0000-4000-8000-000000000002" });
    const overrides = { fullyRead: false, candidates: [candidate(), second] };
    expect(makePlan(input("remove", overrides)).skipped.map(({ because }) => because)).toEqual([
      "not-fully-read",
      "not-fully-read",
    ]);
    expect(makePlan(input("keep", overrides)).operations).toHaveLength(2);
  });
});

test("a guest who was selected twice is in the plan once", () => {
  expect(
    makePlan(input("block", { candidates: [candidate(), candidate()] })).operations,
  ).toHaveLength(1);
});

test.each(GUEST_OPERATION_KINDS)("a decision to %s carries neither name nor mail", (kind) => {
  const standing = kind === "restore" ? "deleted" : "pending";
  const like = { redemption: PENDING, enabled: kind !== "unblock" };
  const plan = makePlan(input(kind, { candidates: [candidate(like, standing)] }));
  expect(plan.operations).toHaveLength(1);
  const text = JSON.stringify(plan.operations[0]?.operation);
  expect(text).not.toContain("Ada");
  expect(text).not.toContain("partner.example");
});

test("what was known is frozen into the operation, with the exact requests", () => {
  const plan = makePlan(input("block"));
  expect(plan.operations[0]?.operation).toEqual({
    id: "minted-2",
    planId: "minted-1",
    kind: "block",
    subject: { type: "guest", id: GUEST_ID },
    guestId: GUEST_ID,
    reason: "left the project",
    undoes: null,
    steps: [
      {
        id: "minted-2",
        name: "block",
        request: { method: "PATCH", path: `/users/${GUEST_ID}`, body: { accountEnabled: false } },
      },
      {
        id: "minted-3",
        name: "end-sessions",
        request: { method: "POST", path: `/users/${GUEST_ID}/revokeSignInSessions`, body: null },
      },
    ],
    known: {
      standing: "stale",
      explanation: "Seen long ago.",
      lastSeen: { kind: "never" },
      redemption: { kind: "redeemed", at: 0 },
      createdAt: 0,
      enabled: true,
      userType: "guest",
      policy: { staleAfterDays: 90, newGuestGraceDays: 30, pendingAfterDays: 30 },
    },
  });
});
