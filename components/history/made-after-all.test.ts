import { expect, test } from "vitest";
import { madeAfterAll } from "./made-after-all";
import { intended } from "@/lib/queries/testing/some-rows";

const outcome = { ...intended, outcome: null };
const review = (id: string, intentId: string | null) => ({ id, name: "Quarterly", intentId });

test("A review whose mark is that of an intent that made nothing, by the history, is there all the same", () => {
  const found = madeAfterAll([outcome], [review("r1", "I1"), review("r2", "i2")]);
  expect(found).toEqual([{ row: outcome, review: review("r1", "I1") }]);
});

test.each([
  ["reviews that others made", [review("r1", null)]],
  ["reviews of other intents", [review("r1", "another")]],
  ["no review", []],
])("Nothing is said of %s", (_, reviews) => {
  expect(madeAfterAll([outcome], reviews)).toEqual([]);
});
