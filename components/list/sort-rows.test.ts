import { expect, test } from "vitest";
import { type SortValue, sortRows } from "./sort-rows";

const sorted = (values: readonly SortValue[], descending: boolean) =>
  sortRows(values, (value) => value, descending);

test.each<[string, readonly SortValue[], readonly SortValue[], readonly SortValue[]]>([
  ["numbers", [2, null, 1, 3], [1, 2, 3, null], [3, 2, 1, null]],
  [
    "words, numbers in them as numbers",
    ["b 10", null, "B 9", "á"],
    ["á", "B 9", "b 10", null],
    ["b 10", "B 9", "á", null],
  ],
  [
    "texts that begin with a symbol, after the others",
    ["=1+1", "Zoë", null, "\u202e<b>", "9 Lives", "Ada"],
    ["9 Lives", "Ada", "Zoë", "\u202e<b>", "=1+1", null],
    ["=1+1", "\u202e<b>", "Zoë", "Ada", "9 Lives", null],
  ],
  ["nothing known", [null, null], [null, null], [null, null]],
])("%s: what is not known comes last in either direction", (_title, values, up, down) => {
  expect(sorted(values, false)).toEqual(up);
  expect(sorted(values, true)).toEqual(down);
});

test("Rows that are alike keep their order in either direction", () => {
  const rows = [
    { id: 1, by: "x" },
    { id: 2, by: "X" },
  ];
  for (const descending of [false, true]) {
    expect(sortRows(rows, ({ by }) => by, descending)).toEqual(rows);
  }
});
