import { expect, test } from "vitest";
import { ITEM_DECISIONS, type ReviewItem } from "./review";
import {
  countItems,
  matchesDecision,
  resourceOf,
  selectItems,
  type ItemFacts,
  type ItemQuery,
} from "./select-items";
import { someItem as anyItem } from "./testing/some-item";
import { costOf } from "@/scripts/processor-time.mjs";

/** An undecided item of a guest of that name, with whatever is special about it. */
const someItem = (name: string, special: Partial<ReviewItem> = {}): ReviewItem =>
  anyItem({
    id: `item-${name}`,
    principal: {
      id: `guest-${name}`,
      displayName: name,
      userPrincipalName: `${name.toLowerCase()}_partner.example#EXT#@harborline.example`,
    },
    recommendation: "Deny",
    ...special,
  });

const EVERYTHING: ItemQuery = {
  text: "",
  decisions: [],
  recommendations: [],
  notAccepted: false,
  sort: { by: "guest", descending: false },
};
const FACTS: ItemFacts = {
  decisionOf: ({ decision }) => ITEM_DECISIONS.find((each) => each === decision) ?? "NotReviewed",
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

const names = (query: Partial<ItemQuery>, facts: Partial<ItemFacts> = {}) =>
  selectItems(items, { ...EVERYTHING, ...query }, { ...FACTS, ...facts }).map(
    ({ principal }) => principal.displayName,
  );

test.each<[string, Partial<ItemQuery>, string[]]>([
  ["everything comes by name, whatever its letters wear", {}, ["ada", "Ben", "Ömer", "Zoë"]],
  ["a search finds names without their accents", { text: "zoe" }, ["Zoë"]],
  ["a search finds what is reached", { text: "dock" }, ["Ben", "Ömer"]],
  ["every word of a search has to be found", { text: "dock ben" }, ["Ben"]],
  ["a guest's own address is found in the user name", { text: "ada@partner.ex" }, ["ada"]],
  ["undecided ones alone", { decisions: ["NotReviewed"] }, ["Ben"]],
  ["don't know counts as decided", { decisions: ["DontKnow", "Deny"] }, ["ada", "Ömer"]],
  [
    "by recommendation; none and no information are one",
    { recommendations: ["none"] },
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
  expect(names({ notAccepted: true }, { isNotAccepted })).toEqual(["Ben"]);
});

test("counts say how many stand how", () => {
  expect(countItems(items, FACTS)).toEqual({
    decided: { NotReviewed: 1, Approve: 1, Deny: 1, DontKnow: 1 },
    recommended: { Approve: 1, Deny: 1, none: 2 },
    notAccepted: 0,
  });
});

test.each<[string, Partial<ItemQuery>, boolean]>([
  ["nothing is filtered by", {}, true],
  ["its decision is among those", { decisions: ["Deny", "Approve"] }, true],
  ["its decision is not", { decisions: ["NotReviewed"] }, false],
  ["only refused answers are shown", { notAccepted: true }, false],
])("Whether an item that was denied meanwhile still matches: %s", (_title, query, expected) => {
  const item = someItem("Ada", { decision: "Deny" });
  expect(matchesDecision(item, { ...EVERYTHING, ...query }, FACTS)).toBe(expected);
});

test.each([
  ["one resource is named", [quay, quay], "Quay project"],
  ["several are not", [quay, dock], null],
  ["what nobody said is not", [null, quay], null],
  ["one without a name is called by its id", [{ ...quay, displayName: null }], "g1"],
])("What items give access to: %s", (_title, resources, expected) => {
  expect(resourceOf(resources.map((resource) => someItem("Ada", { resource })))).toBe(expected);
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
