import { expect, test } from "vitest";
import { facetOptions } from "./facet-options";

test("A filter's choices have the number of rows of each: the usual ones first, then others that rows have", () => {
  const rows = ["red", "blue", "red", null].map((color) => ({ color }));
  const options = facetOptions(
    rows,
    ["green", "red"],
    ({ color }) => color,
    (value) => value.toUpperCase(),
  );
  expect(options).toEqual([
    { value: "green", word: "GREEN", count: 0 },
    { value: "red", word: "RED", count: 2 },
    { value: "blue", word: "BLUE", count: 1 },
  ]);
});
