import { expect, test } from "vitest";
import type { ReviewItem } from "@/lib/domain/reviews/review";
import type { OperationState } from "@/lib/runner/run";
import { decidedAs, type GivenAnswer, isOutdated, progressOf } from "./answer";
import { someItem } from "./testing/some-item";

const DONE = { result: "done", evidence: "reported", detail: null, requestId: null } as const;
const REFUSED = { ...DONE, result: "refused" } as const;

const given = (state: OperationState, more: Partial<GivenAnswer> = {}): GivenAnswer => ({
  item: someItem("Ada"),
  verdict: "Deny",
  justification: "Left",
  state,
  operationId: null,
  at: 1_000,
  ...more,
});

test.each<[string, GivenAnswer | undefined, Partial<ReviewItem>, string]>([
  ["nothing was answered here", undefined, { decision: "Approve" }, "Approve"],
  ["an answer on its way counts at once", given("waiting"), { decision: "Approve" }, "Deny"],
  ["an accepted answer counts", given(DONE), {}, "Deny"],
  ["a refused answer leaves what was", given(REFUSED), { decision: "Approve" }, "Approve"],
  [
    "one that was not sent leaves what was",
    given({ stopped: { kind: "asked" } }),
    {},
    "NotReviewed",
  ],
  [
    "a decision that Entra adds later is none of ours",
    undefined,
    { decision: "Unknown: Later" },
    "NotReviewed",
  ],
])("How an item stands: %s", (_title, answer, special, expected) => {
  expect(decidedAs(someItem("Ada", special), answer)).toBe(expected);
});

const listed = { decision: "Deny", justification: "Left" } as const;

test.each<[string, GivenAnswer, Partial<ReviewItem>, number, boolean]>([
  ["the list shows the answer", given(DONE), listed, 2_000, true],
  ["the list was read before", given(DONE), listed, 500, false],
  ["the list lags behind", given(DONE), {}, 2_000, false],
  ["a minute later the list is right", given(DONE), {}, 62_000, true],
  ["what is under way is kept", given("sending"), listed, 62_000, false],
  ["a refusal is kept for a while, though the list agrees", given(REFUSED), listed, 2_000, false],
])(
  "Whether the list is believed more than an answer: %s",
  (_title, answer, special, readAt, yes) => {
    expect(isOutdated(answer, someItem("Ada", special), readAt)).toBe(yes);
  },
);

test.each([
  ["Deny", 2],
  ["Approve", 0],
  ["Recommendation", 1],
  [null, 0],
] as const)(
  "Undecided items of a review that ends with %s: how many would be denied",
  (ifNobodyAnswers, denied) => {
    const items = [
      someItem("Ada"),
      someItem("Ben", { recommendation: "Approve" }),
      someItem("Cleo"),
      someItem("Dan", { decision: "Approve" }),
    ];
    const answers = new Map([["item-Cleo", given("sending", { item: someItem("Cleo") })]]);
    expect(progressOf(items, answers, { ifNobodyAnswers })).toEqual({
      decided: 2,
      total: 4,
      denied,
    });
  },
);
