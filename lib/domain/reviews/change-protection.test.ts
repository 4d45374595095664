import { describe, expect, test } from "vitest";
import { draftForProtection, takesMore } from "./change-protection";
import { review } from "./testing/covered";
import type { ReviewScope, ReviewSettings } from "./review";

const by = (autoApply: boolean, ifNobodyAnswers: ReviewSettings["ifNobodyAnswers"]) => ({
  autoApply,
  ifNobodyAnswers,
});

describe("A change takes more by itself", () => {
  test.each([
    [true, "auto-apply is turned on for a Deny", by(false, "Deny"), by(true, "Deny")],
    [true, "a default Approve becomes Deny", by(true, "Approve"), by(true, "Deny")],
    [true, "no default becomes a recommendation", by(true, null), by(true, "Recommendation")],
    [true, "a recommendation becomes Deny", by(true, "Recommendation"), by(true, "Deny")],
    [false, "Deny becomes a recommendation", by(true, "Deny"), by(true, "Recommendation")],
    [false, "it did so already", by(true, "Deny"), by(true, "Deny")],
    [false, "nothing is applied by itself", by(false, "Approve"), by(false, "Deny")],
    [false, "auto-apply is turned on for an Approve", by(false, "Approve"), by(true, "Approve")],
  ])("%s: %s", (more, _title, before, after) => {
    expect(takesMore(before, after)).toBe(more);
  });
});

describe("Whom a changed review asks about", () => {
  const scopeOf = (scope: ReviewScope) =>
    draftForProtection(review("r", scope), by(true, "Deny"))?.scope ?? null;
  const group = { kind: "group", groupId: "g", inactiveDays: null } as const;

  test("are the guests of its groups, however active they are today", () => {
    const groups = { kind: "groups", groupIds: ["g"], inactiveDays: null };
    expect(scopeOf({ ...group, guestsOnly: true })).toEqual(groups);
    expect(scopeOf({ ...group, guestsOnly: true, inactiveDays: 30 })).toEqual(groups);
    expect(scopeOf({ kind: "inactive-over-groups", inactiveDays: 30 })).toMatchObject({
      kind: "all-groups",
    });
  });

  test.each<ReviewScope>([
    { ...group, guestsOnly: false },
    { kind: "directory-role", roleId: "x", guestsOnly: true },
    { kind: "other", query: "/somewhere" },
  ])("is not looked up where it may be anybody: %j", (scope) => {
    expect(scopeOf(scope)).toBeNull();
  });
});
