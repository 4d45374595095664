import { describe, expect, test } from "vitest";
import type { ReviewItem } from "@/lib/domain/reviews/review";
import { someItem } from "../mine/testing/some-item";
import type { ListSort } from "@/components/list/use-list-state";
import { decidersIn } from "@/lib/domain/reviews/item-facts";
import { type ItemFilters, filterItems, sortItems } from "./item-list";
import { costOf } from "@/scripts/processor-time.mjs";

interface ItemQuery extends ItemFilters {
  readonly text: string;
  readonly sort: ListSort;
}

const anything: ItemQuery = {
  text: "",
  decision: null,
  recommendation: null,
  reviewer: null,
  applied: null,
  sort: { by: "guest", descending: false },
};

const olga = { id: "olga", displayName: "Olga Owner", userPrincipalName: "olga@home.example" };

const item = (name: string, change: Partial<ReviewItem> = {}) =>
  someItem(name, { id: name, ...change });

const items = [
  item("Cleo", { decision: "Deny", reviewedBy: olga, applyResult: "ApplyNotSupported" }),
  item("ada", { decision: "Approve", reviewedBy: olga, recommendation: "Approve", lastSignIn: 5 }),
  item("Ben", { resource: { id: "h", displayName: "Harbour", type: "Group" } }),
];
const selectItems = (all: readonly ReviewItem[], { text, sort, ...filters }: ItemQuery) =>
  filterItems(sortItems(all, sort), { text, filters });
const namesFor = (change: Partial<ItemQuery>) =>
  selectItems(items, { ...anything, ...change }).map(({ id }) => id);

describe("the items of an instance", () => {
  test.each<[string, Partial<ItemQuery>, string[]]>([
    ["all, by name whatever the case", {}, ["ada", "Ben", "Cleo"]],
    ["found by name", { text: "CLE" }, ["Cleo"]],
    ["found by mail", { text: "ben_partner" }, ["Ben"]],
    ["found by the resource", { text: "harbour" }, ["Ben"]],
    ["by decision", { decision: "Deny" }, ["Cleo"]],
    ["by recommendation", { recommendation: "Approve" }, ["ada"]],
    ["by who decided", { reviewer: "olga" }, ["ada", "Cleo"]],
    ["that nobody decided", { reviewer: "nobody" }, ["Ben"]],
    ["by what became of them", { applied: "ApplyNotSupported" }, ["Cleo"]],
    [
      "undecided first when sorted by decision",
      { sort: { by: "decision", descending: false } },
      ["Ben", "Cleo", "ada"],
    ],
    [
      "never seen first when sorted by the last sign-in",
      { sort: { by: "last-sign-in", descending: false } },
      ["Cleo", "Ben", "ada"],
    ],
    ["found without accents, words in any order", { text: "harbour Bén" }, ["Ben"]],
    [
      "by reviewer, what nobody decided last",
      { sort: { by: "reviewer", descending: true } },
      ["Cleo", "ada", "Ben"],
    ],
    ["downwards", { sort: { by: "guest", descending: true } }, ["Cleo", "Ben", "ada"]],
  ])("%s", (_title, change, names) => {
    expect(namesFor(change)).toEqual(names);
  });

  test.each([
    [false, ["never", "once", "not said"]],
    [true, ["once", "never", "not said"]],
  ])(
    "who never signed in is known, what was not said comes last (descending: %s)",
    (descending, ids) => {
      const all = [
        item("not said", { lastSignIn: undefined }),
        item("once", { lastSignIn: 5 }),
        item("never", { lastSignIn: null }),
      ];
      const sort = { by: "last-sign-in", descending } as const;
      expect(sortItems(all, sort).map(({ id }) => id)).toEqual(ids);
    },
  );

  test("the list itself stays as it was given", () => {
    namesFor({ sort: { by: "guest", descending: true } });
    expect(items.map(({ id }) => id)).toEqual(["Cleo", "ada", "Ben"]);
  });

  test("who decided is counted, the busiest first", () => {
    const uma = { ...olga, id: "uma", displayName: null };
    const more = [...items, item("Dan", { reviewedBy: uma })];
    expect(decidersIn(more)).toEqual([
      { id: "olga", name: "Olga Owner", count: 2 },
      { id: "uma", name: "olga@home.example", count: 1 },
    ]);
  });

  test("ten thousand are filtered and sorted within what a frame or two take", async () => {
    const many = Array.from({ length: 10_000 }, (_, number) =>
      item(`Guest ${(number * 7919) % 10_000}`),
    );
    const cost = await costOf(() => {
      const found = selectItems(many, { ...anything, text: "guest" });
      expect(found.map(({ id }) => id).slice(0, 2)).toEqual(["Guest 0", "Guest 1"]);
    });
    expect(cost).toBeLessThan(20);
  });
});
