import { expect, test } from "vitest";
import type { Json } from "@/lib/domain/json";
import type { HistoryRow } from "@/lib/contract/history";
import { decisionIn, guestOf, kindOf, thingOf } from "@/components/entries/about-entry";
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

const stepsWith = (body: Json) =>
  reviewCreated.operation.steps.map((step) => ({ ...step, request: { ...step.request, body } }));

const sending = (body: Json): HistoryRow => rowWith(reviewCreated, { steps: stepsWith(body) });

const answering = (body: Json): HistoryRow =>
  rowWith(reviewCreated, { kind: "answer-item", steps: stepsWith(body) });

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

test.each<[string, HistoryRow, string | null]>([
  ["a result of a review", reviewResult, "Denied"],
  ["a reviewer's answer", answering({ decision: "Deny", justification: "" }), "Denied"],
  ["an answer in a word that Entra adds later", answering({ decision: "Defer" }), "Defer"],
  ["an answer without one", answering({ decision: null }), null],
  ["a block", rowWith(blocked, { steps: stepsWith({ decision: "Deny" }) }), null],
  ["a change of the settings", policySet, null],
])("The decision of %s", (_title, row, decision) => {
  expect(decisionIn(row)).toBe(decision);
});
