import { expect, test } from "vitest";
import { nextSort } from "./use-list-state";

const KEYS = ["name", "date"] as const;

test.each([
  ["another column, ascending", "date", { by: "name", descending: true }, "date", "asc"],
  [
    "the same column, the other way round",
    "name",
    { by: "name", descending: false },
    "name",
    "desc",
  ],
  ["and back", "name", { by: "name", descending: true }, "name", "asc"],
  ["the first column of all", "name", null, "name", "asc"],
] as const)("Pressing a head sorts by %s", (_what, column, before, sort, order) => {
  expect(nextSort(KEYS, column, before)).toEqual({ sort, order });
});

test("A column that nothing is sorted by sorts nothing", () => {
  expect(nextSort(KEYS, "picture", null)).toBeNull();
});
