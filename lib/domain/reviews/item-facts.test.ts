import { expect, test } from "vitest";
import { ITEM_DECISIONS } from "./review";
import { type ItemDecisions, matchesDecision, resourceOf } from "./item-facts";
import { someItem } from "./testing/some-item";

const quay = { id: "g1", displayName: "Quay project", type: "Group" } as const;
const dock = { id: "g2", displayName: "Dock", type: "Group" } as const;

test.each([
  ["one resource is named", [quay, quay], "Quay project"],
  ["several are not", [quay, dock], null],
  ["what nobody said is not", [null, quay], null],
  ["one without a name is called by its id", [{ ...quay, displayName: null }], "g1"],
])("What items give access to: %s", (_title, resources, expected) => {
  expect(resourceOf(resources.map((resource) => someItem({ resource })))).toBe(expected);
});

const DECISIONS: ItemDecisions = {
  decisionOf: ({ decision }) => ITEM_DECISIONS.find((each) => each === decision) ?? "NotReviewed",
  deciderOf: () => null,
  isNotAccepted: () => false,
};

test.each<[string, Parameters<typeof matchesDecision>[1], boolean]>([
  ["nothing is filtered by", {}, true],
  ["its decision is among those", { decision: ["Deny", "Approve"] }, true],
  ["its decision is not", { decision: ["NotReviewed"] }, false],
  ["only refused answers are shown", { refused: true }, false],
])("Whether an item that was denied meanwhile still matches: %s", (_title, filter, expected) => {
  const item = someItem({ decision: "Deny" });
  expect(matchesDecision(item, filter, DECISIONS)).toBe(expected);
});
