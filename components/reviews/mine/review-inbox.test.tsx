import { expect, test } from "vitest";
import { keysOf } from "@/components/inbox/decision-keys";
import { DECISIONS } from "@/lib/domain/reviews/plan-answers";
import { reviewInbox } from "./review-inbox";
import { someItem } from "./testing/some-item";

test("No key of a reviewer means two things", () => {
  const keys = keysOf(reviewInbox.options).map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
});

test("Everything that Graph lets a reviewer decide is offered", () => {
  expect(reviewInbox.options.map(({ decision }) => decision)).toEqual(DECISIONS);
});

test.each([
  ["Deny", "Deny"],
  ["NotReviewed", null],
  ["Unknown: Later", null],
] as const)("An item that Graph says is %s is decided as %s", (decision, expected) => {
  expect(reviewInbox.decisionOf(someItem("Ada", { decision }))).toBe(expected);
});

test.each([
  ["Approve", "Approve"],
  ["NoInfoAvailable", null],
  [null, null],
] as const)("Of the recommendation %s, %s can be accepted", (recommendation, expected) => {
  expect(reviewInbox.recommendationOf(someItem("Ada", { recommendation }))).toBe(expected);
});
