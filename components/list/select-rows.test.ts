import { describe, expect, test } from "vitest";
import { type RowRules, selectRows } from "./select-rows";

interface Fruit {
  readonly name: string;
  readonly color: string;
  readonly grams: number | null;
}

const FRUITS: readonly Fruit[] = [
  { name: "Pêche", color: "red", grams: 150 },
  { name: "apple of Kent", color: "green", grams: null },
  { name: "Cherry", color: "red", grams: 8 },
];

const RULES: RowRules<Fruit, { color: string | null; heavy: boolean | null }, "name" | "grams"> = {
  texts: ({ name, color }) => [name, color],
  filters: {
    color: (fruit, color) => fruit.color === color,
    heavy: ({ grams }, heavy) => (grams ?? 0) >= 100 === heavy,
  },
  sortValues: { name: ({ name }) => name, grams: ({ grams }) => grams },
};

const ANYTHING = { text: "", filters: { color: null, heavy: null }, sort: null };
const names = (change: object) =>
  selectRows(FRUITS, { ...ANYTHING, ...change }, RULES).map(({ name }) => name);

describe("The rows of a list", () => {
  test.each<[string, object, string[]]>([
    ["as they came, where nothing is asked", {}, ["Pêche", "apple of Kent", "Cherry"]],
    ["found without accents, words in any order", { text: "red peche" }, ["Pêche"]],
    ["by a filter", { filters: { color: "red", heavy: null } }, ["Pêche", "Cherry"]],
    ["by two filters", { filters: { color: "red", heavy: true } }, ["Pêche"]],
    [
      "by a filter that is false",
      { filters: { color: null, heavy: false } },
      ["apple of Kent", "Cherry"],
    ],
    ["by name", { sort: { by: "name", descending: false } }, ["apple of Kent", "Cherry", "Pêche"]],
    [
      "unknown last",
      { sort: { by: "grams", descending: false } },
      ["Cherry", "Pêche", "apple of Kent"],
    ],
    [
      "unknown last downwards too",
      { sort: { by: "grams", descending: true } },
      ["Pêche", "Cherry", "apple of Kent"],
    ],
    [
      "as they came, for a column of another list",
      { sort: { by: "constructor", descending: true } },
      ["Pêche", "apple of Kent", "Cherry"],
    ],
  ])("%s", (_title, change, expected) => {
    expect(names(change)).toEqual(expected);
  });
});
