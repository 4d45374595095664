import { expect, test } from "vitest";
import { byInstant } from "./by-instant";
import { merged } from "./merged";

test.each([
  [[], []],
  [[], [3]],
  [[1, 2], []],
  [
    [1, 4, 9],
    [0, 4, 5, 10],
  ],
  [
    [5, 6, 7],
    [1, 2],
  ],
  [
    [1, 2],
    [5, 6, 7],
  ],
])("%j and %j are one sorted run", (left, right) => {
  const run = merged(Uint32Array.from(left), Uint32Array.from(right), (a, b) => a - b);
  expect([...run]).toEqual([...left, ...right].sort((a, b) => a - b));
});

test("Rows are sorted by their second, the earliest first, and equals stay as they were", () => {
  const instants = [7e12, 0, 1_763_640_000_400, -5, 1_763_640_000_000, 65_536_000, 65_535_000];
  const rows = Uint32Array.from([4, 2, 0, 6, 5, 3, 1]);
  expect([...byInstant(rows, (row) => instants[row] ?? 0)]).toEqual([3, 1, 6, 5, 4, 2, 0]);
});
