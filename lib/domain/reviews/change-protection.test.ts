import { describe, expect, test } from "vitest";
import { draftForProtection, takesLonger, takesMore, type TakesAccess } from "./change-protection";
import { review } from "./testing/covered";
import type { Recurrence, ReviewScope, ReviewSettings } from "./review";

const by = (
  autoApply: boolean,
  ifNobodyAnswers: ReviewSettings["ifNobodyAnswers"],
  more: Partial<TakesAccess> = {},
): TakesAccess => ({
  ...{ autoApply, ifNobodyAnswers, applyAction: "remove-access", lookBackDays: null },
  ...more,
});
const deletes = { applyAction: "block-then-delete" } as const;

describe("A change takes more by itself", () => {
  test.each([
    [true, "auto-apply is turned on for a Deny", by(false, "Deny"), by(true, "Deny")],
    [true, "a default Approve becomes Deny", by(true, "Approve"), by(true, "Deny")],
    [true, "no default becomes a recommendation", by(true, null), by(true, "Recommendation")],
    [true, "a recommendation becomes Deny", by(true, "Recommendation"), by(true, "Deny")],
    [true, "a Deny blocks and deletes", by(true, "Deny"), by(true, "Deny", deletes)],
    [
      true,
      "what sign-ins deny is blocked and deleted, where it was everybody's access",
      by(true, "Deny"),
      by(true, "Recommendation", deletes),
    ],
    [
      true,
      "sign-ins of fewer days count",
      by(true, "Recommendation", { lookBackDays: 90 }),
      by(true, "Recommendation"),
    ],
    [
      false,
      "sign-ins of more days count",
      by(true, "Recommendation"),
      by(true, "Recommendation", { lookBackDays: 90 }),
    ],
    [
      false,
      "the days change where sign-ins do not decide",
      by(true, "Deny", { lookBackDays: 90 }),
      by(true, "Deny", { lookBackDays: 1 }),
    ],
    [false, "a block becomes a removal", by(true, "Deny", deletes), by(true, "Deny")],
    [
      false,
      "it would block and delete, were it applied by itself",
      by(false, "Deny"),
      by(false, "Deny", deletes),
    ],
    [false, "Deny becomes a recommendation", by(true, "Deny"), by(true, "Recommendation")],
    [false, "it did so already", by(true, "Deny"), by(true, "Deny")],
    [false, "nothing is applied by itself", by(false, "Approve"), by(false, "Deny")],
    [false, "auto-apply is turned on for an Approve", by(false, "Approve"), by(true, "Approve")],
  ])("%s: %s", (more, _title, before, after) => {
    expect(takesMore(before, after)).toBe(more);
  });
});

describe("A change lets a review take access by itself for longer", () => {
  const quarterly = (end: Recurrence["end"]): Recurrence => ({
    ...{ every: "month", interval: 3, dayOfMonth: 20, startDate: "2026-01-20", end },
  });
  const never = { kind: "never" } as const;
  const on = (date: string) => ({ kind: "on", date }) as const;
  const times = (occurrences: number) => ({ kind: "after", occurrences }) as const;

  test.each([
    [true, "a day becomes a later day", on("2026-12-31"), on("2027-12-31")],
    [true, "a day becomes no end", on("2026-12-31"), never],
    [true, "a number becomes a larger one", times(4), times(5)],
    [true, "a number becomes a day after more instances", times(4), on("2027-01-20")],
    [true, "a day becomes a number of more instances", on("2026-12-31"), times(5)],
    [false, "a day becomes an earlier day", on("2026-12-31"), on("2026-06-30")],
    [false, "a number becomes a smaller one", times(4), times(3)],
    [false, "a number becomes a day of as many instances", times(4), on("2026-12-31")],
    [false, "a day becomes a number of as many instances", on("2026-12-31"), times(4)],
    [false, "it never ended", never, on("2027-12-31")],
  ])("%s: %s", (longer, _title, before, after) => {
    expect(takesLonger(quarterly(before), by(true, "Deny"), after)).toBe(longer);
  });

  test("only where it takes access by itself, is a series, and its end is changed", () => {
    const before = quarterly(times(4));
    expect(takesLonger(before, by(true, "Recommendation"), times(5))).toBe(true);
    expect(takesLonger(before, by(false, "Deny"), times(5))).toBe(false);
    expect(takesLonger(before, by(true, "Approve"), times(5))).toBe(false);
    expect(takesLonger(before, by(true, "Deny"), undefined)).toBe(false);
    expect(takesLonger(null, by(true, "Deny"), times(5))).toBe(false);
  });
});

test("What is looked up of a changed review has the action and the days of the change", () => {
  const scope = { kind: "group", groupId: "g", guestsOnly: true, inactiveDays: null } as const;
  const after = by(true, "Deny", { ...deletes, lookBackDays: 7 });
  expect(draftForProtection(review("r", scope), after)?.consequence).toMatchObject(after);
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
