import { expect, test } from "vitest";
import { moved } from "./use-active-cell";

const extent = { rows: 100, columns: 4, page: 20 };
const from = { row: 50, column: 2 };

test.each([
  ["ArrowDown goes one row down", "ArrowDown", false, { row: 51, column: 2 }],
  ["ArrowRight goes one column on", "ArrowRight", false, { row: 50, column: 3 }],
  ["PageDown goes a page down", "PageDown", false, { row: 70, column: 2 }],
  ["Home goes to the first column of the row", "Home", false, { row: 50, column: 0 }],
  ["Ctrl+Home goes to the first row", "Home", true, { row: 0, column: 0 }],
  ["Ctrl+End goes to the last cell", "End", true, { row: 99, column: 3 }],
  ["a letter does not move", "x", false, undefined],
])("%s", (_title, key, ctrl, expected) => {
  expect(moved(from, key, ctrl, extent)).toEqual(expected);
});

test("no key leaves the grid", () => {
  expect(moved({ row: 99, column: 3 }, "ArrowDown", false, extent)).toEqual({ row: 99, column: 3 });
  expect(moved({ row: -1, column: 0 }, "ArrowUp", false, extent)).toEqual({ row: -1, column: 0 });
  expect(moved({ row: 5, column: 0 }, "PageUp", false, extent)).toEqual({ row: 0, column: 0 });
  expect(moved({ row: -1, column: 0 }, "ArrowDown", false, { ...extent, rows: 0 })).toEqual({
    row: -1,
    column: 0,
  });
});
