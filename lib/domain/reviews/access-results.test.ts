import { describe, expect, test } from "vitest";
import { group as someGroup } from "@/lib/domain/reviews/testing/covered";
import type { AccessShown } from "@/lib/domain/reviews/reconcile";
import type { Review, ReviewInstance, ReviewItem } from "@/lib/domain/reviews/review";
import { accessRequestsOf, countResults, remedyFor, resultLines } from "./access-results";

const review = { settings: { autoApply: true, applyAction: "remove-access" } } as Review;
const instance = { id: "i", status: "Applied" } as ReviewInstance;

const item = (id: string, decision: string, type = "Group") =>
  ({
    id,
    principal: { id },
    resource: { id: "g", displayName: "Quay", type },
    decision,
    applyResult: "AppliedSuccessfully",
  }) as unknown as ReviewItem;

const items = [
  item("ada", "Approve"),
  item("ben", "Deny"),
  item("cleo", "Deny"),
  item("dan", "Deny"),
];

const group = someGroup("g", { displayName: "Quay", kind: "team" });

const shown = (_groupId: string | null, guestId: string): AccessShown => ({
  membership: guestId === "ben" ? "none" : guestId === "dan" ? null : "direct",
  accountExists: true,
  group,
});

describe("an instance that has ended", () => {
  test("asks about everybody once, in their groups", () => {
    const twice = item("ben", "Deny", "ServicePrincipal");
    expect(accessRequestsOf([...items, twice, item("eve", "Deny", "ServicePrincipal")])).toEqual([
      ...["ada", "ben", "cleo", "dan"].map((userId) => ({ userId, groupIds: ["g"] })),
      { userId: "eve", groupIds: [] },
    ]);
  });

  test("tells who lost access, who has it still, and of whom nobody knows", () => {
    const lines = resultLines(review, instance, items, shown);
    expect(lines.map(({ access, notApplied }) => [access, notApplied])).toEqual([
      ["still-there", null],
      ["gone", null],
      ["still-there", "added-again"],
      ["unread", null],
    ]);
    expect(countResults(lines)).toEqual({ denied: 3, gone: 1, left: 1, unread: 1 });
  });
});

test.each([
  ["not-auto-applied", "apply"],
  ["added-again", "leave-group"],
  ["nested-group", "leave-inner-groups"],
  ["dynamic-group", "account"],
  ["account-there", "account"],
  ["applying", "wait"],
] as const)("what was left because of %s is ended by %s", (reason, remedy) => {
  expect(remedyFor(reason)).toBe(remedy);
});
