import { describe, expect, test } from "vitest";
import type { ReviewItem } from "@/lib/domain/reviews/review";
import { accessLostAtEnd, undecidedSentence } from "./access-lost";

const item = (id: string, decision: string, recommendation = "Approve") =>
  ({ id, decision, recommendation }) as ReviewItem;

const items = [
  item("denied", "Deny"),
  item("approved", "Approve", "Deny"),
  item("open", "NotReviewed"),
  item("stale", "NotReviewed", "Deny"),
  item("unsure", "DontKnow", "Deny"),
];

describe("whose access goes at the end", () => {
  test.each([
    ["Deny", ["denied", "open", "stale"]],
    ["Recommendation", ["denied", "stale"]],
    ["Approve", ["denied"]],
    [null, ["denied"]],
  ] as const)("by default %s", (decision, ids) => {
    expect(accessLostAtEnd(items, decision).map((each) => each.item.id)).toEqual(ids);
  });

  test("it is told from what a reviewer decided", () => {
    expect(accessLostAtEnd(items, "Deny").map(({ because }) => because)).toEqual([
      "denied",
      "nobody-answered",
      "nobody-answered",
    ]);
  });
});

const rules = (
  autoApply: boolean,
  applyAction: "remove-access" | "block-then-delete" = "remove-access",
) => ({
  autoApply,
  applyAction,
});

describe("what becomes of the undecided, in a sentence", () => {
  test.each([
    [{ denied: 0, approved: 0, left: 0 }, rules(true), null],
    [
      { denied: 2, approved: 0, left: 0 },
      rules(true),
      "2 items are not decided. If nobody decides until the end: 2 are denied.",
    ],
    [
      { denied: 1, approved: 2, left: 1 },
      rules(true),
      "4 items are not decided. If nobody decides until the end: 1 is denied, 2 approved, 1 left as it is.",
    ],
    [
      { denied: 1, approved: 0, left: 0 },
      rules(true, "block-then-delete"),
      "1 item is not decided. If nobody decides until the end: 1 is blocked, then deleted.",
    ],
    [
      { denied: 1, approved: 0, left: 0 },
      rules(false),
      "1 item is not decided. If nobody decides until the end: 1 is denied. No access is removed before somebody applies it.",
    ],
  ] as const)("%o", (counts, settings, sentence) => {
    expect(undecidedSentence(counts, settings)).toBe(sentence);
  });
});
