import { describe, expect, test } from "vitest";
import { duplicatesOf } from "./duplicates";

const review = (id: string, operationId: string | null) => ({
  id,
  name: "Quarterly",
  operationId,
  createdAt: 0,
});
const MADE = [{ label: "Quarterly", operationId: "intent", reviewId: "kept" }];

describe("A review that was made twice by one request", () => {
  test("is found by the mark that both bear", () => {
    const reviews = [review("kept", "intent"), review("second", "intent"), review("other", "x")];
    expect(duplicatesOf(reviews, MADE).map(({ id }) => id)).toEqual(["second"]);
  });

  test.each([
    ["somebody else's", [review("kept", "intent"), review("theirs", null)]],
    ["alone", [review("kept", "intent")]],
    ["shown while the one that is kept is not", [review("second", "intent")]],
  ])("is not taken for one when it is %s", (_, reviews) => {
    expect(duplicatesOf(reviews, MADE)).toEqual([]);
  });
});
