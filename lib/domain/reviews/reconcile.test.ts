import type { ReviewStatus } from "./review-status";
import { describe, expect, test } from "vitest";
import { type AccessShown, deletedAt, reconcile, resultOf } from "./reconcile";
import type { ReviewInstance, ReviewItem } from "./review";
import { group } from "./testing/covered";

const item = (overrides: Partial<ReviewItem> = {}): ReviewItem => ({
  id: "x",
  reviewId: "r",
  instanceId: "i",
  principal: { id: "g", displayName: "Ada", userPrincipalName: "ada" },
  resource: { id: "s", displayName: "Sales", type: "Group" },
  decision: "Deny",
  recommendation: "Deny",
  justification: null,
  reviewedBy: null,
  reviewedAt: 5,
  appliedBy: null,
  appliedAt: 6,
  applyResult: "AppliedSuccessfully",
  lastSignIn: null,
  ...overrides,
});

const shown = (overrides: Partial<AccessShown> = {}): AccessShown => ({
  membership: "none",
  accountExists: true,
  group: group("s"),
  ...overrides,
});

const removes = { autoApply: true, applyAction: "remove-access" } as const;
const byHand = { autoApply: false, applyAction: "remove-access" } as const;
const deletes = { autoApply: true, applyAction: "block-then-delete" } as const;
const there = { membership: "direct" } as const;
const notSupported = { applyResult: "ApplyNotSupported" } as const;

describe("What the directory shows after a Deny", () => {
  test.each<[string, Partial<AccessShown>, string]>([
    ["no membership", {}, "gone"],
    ["a membership", there, "still-there"],
    ["nothing, since it was not read", { membership: null }, "unread"],
    ["no account", { accountExists: false, ...there }, "account-gone"],
  ])("%s", (_, input, access) => {
    expect(reconcile(item(), { status: "Applied" }, removes, shown(input)).access).toBe(access);
  });

  test.each<[string, Partial<AccessShown>, string]>([
    ["the account is there, the membership is not", {}, "still-there"],
    ["the account was not read, the membership is gone", { accountExists: null }, "unread"],
    ["the account is gone", { accountExists: false }, "account-gone"],
  ])("where the account was to be deleted: %s", (_, input, access) => {
    expect(reconcile(item(), { status: "Applied" }, deletes, shown(input)).access).toBe(access);
  });

  test.each<
    [
      string,
      Partial<ReviewItem>,
      ReviewStatus,
      Parameters<typeof reconcile>[2],
      Partial<AccessShown>,
      ReturnType<typeof reconcile>["notApplied"],
    ]
  >([
    ["it is gone", {}, "Applied", removes, {}, null],
    ["the account is gone", {}, "Applied", removes, { accountExists: false }, null],
    ["the review still runs", { applyResult: "New" }, "InProgress", removes, there, null],
    ["it is being applied", { applyResult: "New" }, "AutoReviewed", removes, there, "applying"],
    ["nobody applied it", { applyResult: "New" }, "Completed", byHand, there, "not-auto-applied"],
    ["somebody applies it now", { applyResult: "New" }, "Applying", byHand, there, "applying"],
    [
      "the group is dynamic",
      notSupported,
      "Applied",
      removes,
      { ...there, group: group("s", { dynamic: true }) },
      "dynamic-group",
    ],
    [
      "the group is synchronised",
      notSupported,
      "Applied",
      removes,
      { ...there, group: group("s", { synced: true }) },
      "synced-group",
    ],
    [
      "the group is Exchange's",
      notSupported,
      "Applied",
      removes,
      { ...there, group: group("s", { kind: "mail-enabled-security" }) },
      "mail-enabled-group",
    ],
    [
      "a group inside it",
      notSupported,
      "Applied",
      removes,
      { membership: "nested" },
      "nested-group",
    ],
    ["somebody added them again", {}, "Applied", removes, there, "added-again"],
    [
      "Entra failed",
      { applyResult: "AppliedWithUnknownFailure" },
      "Applied",
      removes,
      there,
      "failed",
    ],
    ["no reason is known", notSupported, "Applied", removes, there, "not-known"],
    ["the account is blocked and waits", {}, "Applying", deletes, there, "applying"],
    ["it has only just ended", { applyResult: "New" }, "Completed", removes, there, "applying"],
    [
      "a guest who was to be deleted was not, which no group prevents",
      notSupported,
      "Applied",
      deletes,
      { ...there, group: group("s", { dynamic: true }) },
      "account-there",
    ],
    [
      "the account could not be deleted, though the membership is gone",
      { applyResult: "AppliedWithUnknownFailure" },
      "Applied",
      deletes,
      {},
      "failed",
    ],
    ["nobody could look for the account", {}, "Applied", deletes, { accountExists: null }, null],
    [
      "a guest who waits to be deleted is in a group that is dynamic",
      {},
      "Applying",
      deletes,
      { ...there, group: group("s", { dynamic: true }) },
      "applying",
    ],
    [
      "an application is reached through a group",
      { ...notSupported, resource: { id: "a", displayName: "App", type: "ServicePrincipal" } },
      "Applied",
      removes,
      { membership: null, group: null },
      "through-group",
    ],
    ["nothing was read and Entra is content", {}, "Applied", removes, { membership: null }, null],
  ])("%s", (_, input, status, rules, access, notApplied) => {
    expect(reconcile(item(input), { status }, rules, shown(access)).notApplied).toBe(notApplied);
  });

  test("an Approve is never missing", () => {
    const approved = item({ decision: "Approve" });
    expect(reconcile(approved, { status: "Applied" }, removes, shown(there))).toEqual({
      access: "still-there",
      notApplied: null,
    });
  });
});

test("Blocked guests are deleted thirty days after the end, others never", () => {
  const endsAt = Date.UTC(2026, 11, 15);
  expect(deletedAt({ endsAt }, deletes)).toBe(Date.UTC(2027, 0, 14));
  expect(deletedAt({ endsAt }, removes)).toBeNull();
  expect(deletedAt({ endsAt: null }, deletes)).toBeNull();
});

test("A result keeps ids and facts, and no name of a person", () => {
  const instance: ReviewInstance = {
    id: "i",
    reviewId: "r",
    status: "Applied",
    startsAt: 1,
    endsAt: 2,
    scope: { kind: "group", groupId: "s", guestsOnly: true, inactiveDays: null },
    reviewers: [],
    fallbackReviewers: [],
  };
  const reviewer = { id: "owner", displayName: "Olga", userPrincipalName: "olga" };
  const result = resultOf(
    item({ reviewedBy: reviewer, justification: "y".repeat(2_000) }),
    instance,
    { access: "gone", notApplied: null },
  );
  expect(result).toMatchObject({ guestId: "g", reviewedBy: "owner", resourceName: "Sales" });
  expect(result.justification).toHaveLength(1_000);
  expect(JSON.stringify(result)).not.toMatch(/Ada|Olga/);
});
