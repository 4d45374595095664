import { expect, test } from "vitest";
import { findLateReviews } from "./late-reviews";
import { reviewCreated } from "@/lib/queries/testing/some-rows";

const outcome = { ...reviewCreated, outcome: null };
const review = (id: string, operationId: string | null) => ({ id, name: "Quarterly", operationId });

test("A review with the marker of an operation that created nothing, by the history, is found", () => {
  const found = findLateReviews([outcome], [review("r1", "I1"), review("r2", "i2")]);
  expect(found).toEqual([{ row: outcome, review: review("r1", "I1") }]);
});

test.each([
  ["reviews that others made", [review("r1", null)]],
  ["reviews of other operations", [review("r1", "another")]],
  ["no review", []],
])("Nothing is said of %s", (_, reviews) => {
  expect(findLateReviews([outcome], reviews)).toEqual([]);
});
