import { expect, test } from "vitest";
import { guestsInNoGroup, withNested } from "./group";
import { group, guests, holding } from "./testing/covered";

test("A guest is in no group only when no group has them, through another group either", () => {
  const outer = holding(group("outer"), ["a"], ["b"]);
  expect(guestsInNoGroup(guests("a", "b", "c"), [outer, holding(group("empty"), [])])).toEqual([
    "c",
  ]);
  expect(guestsInNoGroup(guests("a"), [])).toEqual(["a"]);
});

test("Who is inside a group inside is known where it was read, and nothing of a group that was not", () => {
  const read = {
    groups: [
      holding(group("a"), ["x"], null),
      holding(group("b"), ["y"], null),
      holding(group("c"), [], null),
    ],
    unread: [],
  };
  const nested = new Map([
    ["a", { direct: ["x"], nested: ["z"] }],
    ["c", null],
  ]);
  expect(withNested(read, nested)).toEqual({
    groups: [
      { ...holding(group("a"), ["x"], null), nestedGuestIds: ["z"] },
      holding(group("b"), ["y"], null),
    ],
    unread: [group("c")],
  });
});
