import { expect, test } from "vitest";
import type { HistoryRow } from "@/lib/contract/history";
import { guestOf, kindOf, thingOf } from "./about-entry";
import {
  decided,
  intended,
  policySet,
  reviewResult,
  templateSaved,
} from "@/lib/queries/testing/some-rows";

test.each<[HistoryRow, string, string | undefined]>([
  [decided, "block", "g1"],
  [intended, "create-review", undefined],
  [reviewResult, "review-result", "g1"],
  [policySet, "policy-set", undefined],
  [templateSaved, "template-saved", undefined],
])("$kind is of its sort and about its guest, if it has one", (row, kind, guestId) => {
  expect(kindOf(row)).toBe(kind);
  expect(guestOf(row)?.id).toBe(guestId);
});

const sending = (body: (typeof intended)["intent"]["request"]["body"]): HistoryRow => ({
  ...intended,
  intent: { ...intended.intent, request: { ...intended.intent.request, body } },
});

test.each<[string, HistoryRow, string]>([
  ["an intent that gives a name", intended, "Quarterly guest review"],
  ["an intent without a body", sending(null), "An access review"],
  ["an intent with a name that is none", sending({ displayName: 7 }), "An access review"],
  [
    "an intent for a group",
    { ...intended, ...sending(null), subject: { type: "group", id: "o1" } } as HistoryRow,
    "A group",
  ],
  ["the policy", policySet, "Settings of this tenant"],
  ["a template", templateSaved, "Partners"],
])("%s is shown by what it is about", (_, row, words) => {
  expect(thingOf(row)).toBe(words);
});
