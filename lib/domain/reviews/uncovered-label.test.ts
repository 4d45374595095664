import { describe, expect, test } from "vitest";
import { uncoveredLabel } from "./uncovered-label";

const known = (none: number, guests: number, planned = 0) => ({
  counts: { none, guests, planned },
  unread: [],
  notUnderstood: [],
  reachKnown: true,
});

const groups = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ displayName: `G${index + 1}` }));

test.each([
  [0, 12, "Every guest is covered by a running review"],
  [1, 1, "1 of 1 guest isn't covered by a running review"],
  [1_200, 10_000, "1,200 of 10,000 guests aren't covered by a running review"],
])("%i of %i: %s", (none, guests, title) => {
  expect(uncoveredLabel(known(none, guests), "all")).toEqual({ title, doubts: [] });
});

test("Guests of a review that has not started are not covered by a running one, and are named apart", () => {
  expect(uncoveredLabel(known(2, 9, 1), "all")).toEqual({
    title: "3 of 9 guests aren't covered by a running review",
    doubts: ["1 of them is in a review that hasn't started."],
  });
});

describe("The number is an upper bound", () => {
  const some = known(3, 9);
  test.each<[string, Parameters<typeof uncoveredLabel>, RegExp]>([
    ["for a person who does not see every review", [some, "some"], /You don't see every review/],
    ["while nobody knows which reviews one sees", [some, "unknown"], /every review isn't known/],
    ["while a group is unread", [{ ...some, unread: groups(1) }, "all"], /be read: G1\.$/],
    ["while many are", [{ ...some, unread: groups(7) }, "all"], /G4, G5 and 2 more\.$/],
    ["beside a scope of another kind", [{ ...some, notUnderstood: [1] }, "all"], /1 review, which/],
    ["while it is unread who reaches what", [{ ...some, reachKnown: false }, "all"], /roles under/],
  ])("%s", (_, fields, words) => {
    const { title, doubts } = uncoveredLabel(...fields);
    expect(title).toBe("At most 3 of 9 guests aren't covered by a running review");
    expect(doubts).toEqual([expect.stringMatching(words)]);
  });
});
