import { expect, test } from "vitest";
import type { Json } from "@/lib/domain/json";
import type { HistoryRow } from "@/lib/contract/history";
import { guestOf, kindOf, thingOf } from "@/components/entries/about-entry";
import {
  blocked,
  policySet,
  reviewCreated,
  reviewResult,
  rowWith,
  templateSaved,
} from "@/lib/queries/testing/some-rows";

test.each<[HistoryRow, string, string | undefined]>([
  [blocked, "block", "g1"],
  [reviewCreated, "create-review", undefined],
  [reviewResult, "review-result", "g1"],
  [policySet, "policy-set", undefined],
  [templateSaved, "template-saved", undefined],
])("$kind is of its sort and about its guest, if it has one", (row, kind, guestId) => {
  expect(kindOf(row)).toBe(kind);
  expect(guestOf(row)?.id).toBe(guestId);
});

const sending = (body: Json): HistoryRow =>
  rowWith(reviewCreated, {
    steps: reviewCreated.operation.steps.map((step) => ({
      ...step,
      request: { ...step.request, body },
    })),
  });

test.each<[string, HistoryRow, string]>([
  ["an operation that gives a name", reviewCreated, "Quarterly guest review"],
  ["an operation without a body", sending(null), "An access review"],
  ["an operation with a name that is none", sending({ displayName: 7 }), "An access review"],
  [
    "an operation for a group",
    { ...sending(null), subject: { type: "group", id: "o1" } } as HistoryRow,
    "A group",
  ],
  ["the policy", policySet, "Settings of this tenant"],
  ["a template", templateSaved, "Partners"],
])("%s is shown by what it is about", (_, row, words) => {
  expect(thingOf(row)).toBe(words);
});
