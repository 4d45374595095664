import { describe, expect, test } from "vitest";
import {
  type CreatedReview,
  duplicatesOf,
  findDuplicateReviews,
  groupByRepeatedMarker,
} from "./duplicate-reviews";

const review = (id: string, operationId: string | null, createdAt: number | null = 0) => ({
  id,
  operationId,
  createdAt,
});

const NONE: CreatedReview = { kind: "none" };

const ids = (found: ReturnType<typeof findDuplicateReviews>) =>
  found.map(({ original, duplicates }) => [original.id, duplicates.map(({ id }) => id)]);

describe("of reviews that one request made", () => {
  const three = [review("c", "i", 3), review("a", "i", 1), review("b", "i", 2)];

  test.each<[string, CreatedReview, unknown]>([
    ["the one that the history names is kept", { kind: "named", id: "b" }, [["b", ["a", "c"]]]],
    ["the first made is kept where the history names none", { kind: "none" }, [["a", ["b", "c"]]]],
    [
      "the first made stands in while the history is unread",
      { kind: "unread" },
      [["a", ["b", "c"]]],
    ],
    ["none is too many while the named one is not shown", { kind: "named", id: "elsewhere" }, []],
  ])("%s", (_, named, expected) => {
    expect(ids(findDuplicateReviews(three, new Map([["i", named]])))).toEqual(expected);
  });

  test("none is too many before the history was asked", () => {
    expect(findDuplicateReviews(three, new Map())).toEqual([]);
    expect(groupByRepeatedMarker(three).map(({ operationId }) => operationId)).toEqual(["i"]);
  });

  test("those made in the same moment, or nobody knows when, are in one order for everybody", () => {
    const [x, y, z] = [review("x", "i", 5), review("y", "i", 5), review("z", "i", null)];
    const orders = [
      [x, y, z],
      [z, y, x],
      [y, z, x],
    ];
    for (const order of orders) {
      expect(ids(findDuplicateReviews(order, new Map([["i", NONE]])))).toEqual([["x", ["y", "z"]]]);
    }
  });
});

test.each([
  ["one review of each operation", [review("a", "i"), review("b", "j")]],
  ["reviews without a mark, however many", [review("a", null), review("b", null)]],
  ["one review that a list shows twice", [review("a", "i"), review("a", "i")]],
])("%s is no duplicate", (_, reviews) => {
  const named = new Map([
    ["i", NONE],
    ["j", NONE],
  ]);
  expect(findDuplicateReviews(reviews, named)).toEqual([]);
});

describe("Beside a review that was just created", () => {
  const created = [{ operationId: "i", id: "original" }];

  test("another one with its mark is found", () => {
    const reviews = [review("original", "i"), review("second", "i"), review("other", "x")];
    expect(duplicatesOf(reviews, created).map(({ id }) => id)).toEqual(["second"]);
  });

  test.each([
    ["somebody else's", [review("original", "i"), review("theirs", null)]],
    ["alone", [review("original", "i")]],
    ["shown while the original is not", [review("second", "i")]],
  ])("a review is no duplicate when it is %s", (_, reviews) => {
    expect(duplicatesOf(reviews, created)).toEqual([]);
  });
});
