import { describe, expect, test } from "vitest";
import { planToDelete, surplusOf } from "./surplus";

const review = (id: string, intentId: string | null) => ({
  id,
  name: "Quarterly",
  intentId,
  createdAt: 0,
});
const MADE = [{ label: "Quarterly", intentId: "intent", reviewId: "kept" }];

describe("a review that was made twice by one request", () => {
  test("is found by the mark that both bear", () => {
    const reviews = [review("kept", "intent"), review("second", "intent"), review("other", "x")];
    expect(surplusOf(reviews, MADE).map(({ id }) => id)).toEqual(["second"]);
  });

  test.each([
    ["somebody else's", [review("kept", "intent"), review("theirs", null)]],
    ["alone", [review("kept", "intent")]],
    ["shown while the one that is kept is not", [review("second", "intent")]],
  ])("is not taken for one when it is %s", (_, reviews) => {
    expect(surplusOf(reviews, MADE)).toEqual([]);
  });

  test("is deleted in one plan, with an intent for each", () => {
    const mintId = () => crypto.randomUUID();
    const surplus = [review("second", "intent"), review("third", "intent")];
    const plan = planToDelete(surplus, { reason: "Made twice", mintId });
    expect(plan.intents.map(({ intent }) => intent)).toMatchObject([
      { planId: plan.id, kind: "delete-review", subject: { id: "second" }, reason: "Made twice" },
      { planId: plan.id, kind: "delete-review", subject: { id: "third" } },
    ]);
  });
});
