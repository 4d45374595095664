import { describe, expect, test } from "vitest";
import { duplicatesOf } from "./duplicates";

const review = (id: string, operationId: string | null) => ({
  id,
  name: "Quarterly",
  operationId,
  createdAt: 0,
});
const MADE = [{ label: "Quarterly", operationId: "operation", reviewId: "kept" }];

describe("A review that was made twice by one request", () => {
  test("is found by the mark that both bear", () => {
    const reviews = [
      review("kept", "operation"),
      review("second", "operation"),
      review("other", "x"),
    ];
    expect(duplicatesOf(reviews, MADE).map(({ id }) => id)).toEqual(["second"]);
  });

  test.each([
    ["somebody else's", [review("kept", "operation"), review("theirs", null)]],
    ["alone", [review("kept", "operation")]],
    ["shown while the one that is kept is not", [review("second", "operation")]],
  ])("is not taken for one when it is %s", (_, reviews) => {
    expect(duplicatesOf(reviews, MADE)).toEqual([]);
  });
});
