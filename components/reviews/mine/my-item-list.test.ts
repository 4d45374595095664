import { expect, test } from "vitest";
import { ITEM_DECISIONS, type ReviewItem } from "@/lib/domain/reviews/review";
import { someItem } from "./testing/some-item";
import { itemFacets, selectItems, type ItemQuery } from "./my-item-list";
import { costOf } from "@/scripts/processor-time.mjs";

type Filters = ItemQuery["filters"];
type Change = Partial<Filters> & Partial<Omit<ItemQuery, "filters">>;

const queryOf = ({ text = "", sort = null, ...filters }: Change): ItemQuery => ({
  text,
  sort: sort ?? { by: "guest", descending: false },
  filters: { decision: [], by: null, recommendation: null, refused: false, ...filters },
});
const EVERYTHING = queryOf({});
type ItemFacts = Parameters<typeof selectItems>[2];
const FACTS: ItemFacts = {
  decisionOf: ({ decision }) => ITEM_DECISIONS.find((each) => each === decision) ?? "NotReviewed",
  deciderOf: ({ reviewedBy }) =>
    reviewedBy === null ? null : reviewedBy.id === "me" ? "me" : "others",
  isNotAccepted: () => false,
  places: null,
};

const quay = { id: "g1", displayName: "Quay project", type: "Group" } as const;
const dock = { id: "g2", displayName: "Dock", type: "Group" } as const;
const items = [
  someItem("Zoë", { decision: "Approve", recommendation: "Approve", resource: quay }),
  someItem("ada", { decision: "Deny", recommendation: "Deny", resource: quay }),
  someItem("Ben", { recommendation: "NoInfoAvailable", resource: dock }),
  someItem("Ömer", { decision: "DontKnow", recommendation: null, resource: dock }),
];

const names = (change: Change, facts: Partial<ItemFacts> = {}) =>
  selectItems(items, queryOf(change), { ...FACTS, ...facts }).map(
    ({ principal }) => principal.displayName,
  );

test.each<[string, Change, string[]]>([
  ["everything comes by name, whatever its letters wear", {}, ["ada", "Ben", "Ömer", "Zoë"]],
  ["a search finds names without their accents", { text: "zoe" }, ["Zoë"]],
  ["a search finds what is reached", { text: "dock" }, ["Ben", "Ömer"]],
  ["every word of a search has to be found", { text: "dock ben" }, ["Ben"]],
  ["a guest's own address is found in the user name", { text: "ada@partner.ex" }, ["ada"]],
  ["undecided ones alone", { decision: ["NotReviewed"] }, ["Ben"]],
  ["don't know counts as decided", { decision: ["DontKnow", "Deny"] }, ["ada", "Ömer"]],
  [
    "by recommendation; none and no information are one",
    { recommendation: "none" },
    ["Ben", "Ömer"],
  ],
  [
    "sorted by what they reach, then by name",
    { sort: { by: "access", descending: false } },
    ["Ben", "Ömer", "ada", "Zoë"],
  ],
  [
    "sorted by decision, the undecided first",
    { sort: { by: "decision", descending: false } },
    ["Ben", "Zoë", "ada", "Ömer"],
  ],
  [
    "descending turns the order round",
    { sort: { by: "guest", descending: true } },
    ["Zoë", "Ömer", "Ben", "ada"],
  ],
])("%s", (_title, query, expected) => {
  expect(names(query)).toEqual(expected);
});

test("whom the list of guests does not know comes last", () => {
  const places = new Map([
    ["guest-Zoë", 0],
    ["guest-Ben", 1],
  ]);
  expect(names({ sort: { by: "last-seen", descending: false } }, { places })).toEqual([
    "Zoë",
    "Ben",
    "ada",
    "Ömer",
  ]);
});

test("whom it does not know comes last the other way round, too", () => {
  const places = new Map([
    ["guest-Zoë", 0],
    ["guest-Ben", 1],
  ]);
  expect(names({ sort: { by: "last-seen", descending: true } }, { places })).toEqual([
    "Ben",
    "Zoë",
    "ada",
    "Ömer",
  ]);
});

test("those whose answer was not accepted are found", () => {
  const isNotAccepted = ({ id }: ReviewItem) => id === "item-Ben";
  expect(names({ refused: true }, { isNotAccepted })).toEqual(["Ben"]);
});

test("those that I decided and those that others decided are told apart", () => {
  const by = (id: string) => ({ id, displayName: id, userPrincipalName: null });
  const decided = [
    someItem("Ada", { decision: "Deny", reviewedBy: by("me") }),
    someItem("Ben", { decision: "Approve", reviewedBy: by("uma") }),
    someItem("Cleo"),
  ];
  const found = (who: Filters["by"]) =>
    selectItems(decided, queryOf({ by: who }), FACTS).map(({ principal }) => principal.displayName);
  expect([found("me"), found("others"), found(null)]).toEqual([
    ["Ada"],
    ["Ben"],
    ["Ada", "Ben", "Cleo"],
  ]);
  expect(itemFacets(decided, FACTS).by).toEqual([
    { value: "me", word: "Decided by me", count: 1 },
    { value: "others", word: "Decided by others", count: 1 },
  ]);
});

test("counts say how many stand how", () => {
  const { decision, recommendation, notAccepted } = itemFacets(items, FACTS);
  const countsOf = (facets: typeof decision) =>
    Object.fromEntries(facets.map(({ value, count }) => [value, count]));
  expect(countsOf(decision)).toEqual({ NotReviewed: 1, Approve: 1, Deny: 1, DontKnow: 1 });
  expect(countsOf(recommendation)).toEqual({ Approve: 1, Deny: 1, none: 2 });
  expect(notAccepted).toBe(0);
});

test("ten thousand items are selected in a moment", async () => {
  const many = Array.from({ length: 10_000 }, (_, index) =>
    someItem(`Guest ${(index * 7_919) % 10_000}`),
  );
  selectItems(many, EVERYTHING, FACTS);
  const cost = await costOf(() => {
    expect(selectItems(many, { ...EVERYTHING, text: "guest 9999" }, FACTS)).toHaveLength(1);
    selectItems(many, EVERYTHING, FACTS);
  });
  expect(cost).toBeLessThan(6);
});
