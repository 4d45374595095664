import { describe, expect, test } from "vitest";
import { uncoveredWords } from "./uncovered-words";

const known = (none: number, guests: number) => ({
  counts: { none, guests },
  unread: [],
  notUnderstood: [],
  reachKnown: true,
});

const groups = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ displayName: `G${index + 1}` }));

test.each([
  [0, 12, "A running review covers every guest"],
  [1, 1, "1 of 1 guest is in no running review"],
  [1_200, 10_000, "1,200 of 10,000 guests are in no running review"],
])("%i of %i: %s", (none, guests, title) => {
  expect(uncoveredWords(known(none, guests), "all")).toEqual({ title, doubts: [] });
});

describe("The number is an upper bound", () => {
  const some = known(3, 9);
  test.each<[string, Parameters<typeof uncoveredWords>, RegExp]>([
    ["for a person who does not see every review", [some, "some"], /You do not see every review/],
    ["while nobody knows which reviews one sees", [some, "unknown"], /every review is not known/],
    ["while a group is unread", [{ ...some, unread: groups(1) }, "all"], /be read: G1\.$/],
    ["while many are", [{ ...some, unread: groups(7) }, "all"], /G4, G5 and 2 more\.$/],
    ["beside a scope of another kind", [{ ...some, notUnderstood: [1] }, "all"], /1 review, which/],
    ["while it is unread who reaches what", [{ ...some, reachKnown: false }, "all"], /roles under/],
  ])("%s", (_, given, words) => {
    const { title, doubts } = uncoveredWords(...given);
    expect(title).toBe("At most 3 of 9 guests are in no running review");
    expect(doubts).toEqual([expect.stringMatching(words)]);
  });
});
