import { expect, test } from "vitest";
import { neverBegunWords } from "./never-begun";

test.each([
  [
    "a plan of which a part was recorded",
    100,
    120,
    false,
    "100 of 120 confirmed; 20 were never begun",
  ],
  [
    "one operation that was left out",
    1_119,
    1_120,
    false,
    "1,119 of 1,120 confirmed; 1 was never begun",
  ],
  ["a plan that a tab still records", 100, 120, true, "100 of 120 confirmed; 20 not begun yet"],
  ["a plan that is recorded as a whole", 120, 120, false, null],
  ["entries of earlier versions, which do not say", 100, null, false, null],
])("%s", (_, recorded, confirmed, isHeld, words) => {
  expect(neverBegunWords({ recorded, confirmed, isHeld })).toBe(words);
});
