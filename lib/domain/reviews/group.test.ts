import { expect, test } from "vitest";
import { guestsInNoGroup } from "./group";
import { group, guests, holding } from "./testing/covered";

test("A guest is in no group only when no group has them, through another group either", () => {
  const outer = holding(group("outer"), ["a"], ["b"]);
  expect(guestsInNoGroup(guests("a", "b", "c"), [outer, holding(group("empty"), [])])).toEqual([
    "c",
  ]);
  expect(guestsInNoGroup(guests("a"), [])).toEqual(["a"]);
});
