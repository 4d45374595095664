import { expect, test } from "vitest";
import type { ReviewInstance } from "@/lib/domain/reviews/review";
import type { ReviewRow } from "./review-query";
import { endedLatest, unrecorded } from "./unrecorded";

const row = (id: string, ...instances: readonly (readonly [string, number | null])[]) =>
  ({
    review: { id },
    instances: instances.map(([status, endsAt]) => ({ status, endsAt }) as ReviewInstance),
  }) as unknown as ReviewRow;

const rows = [
  row("running", ["InProgress", 9]),
  row("old", ["Applied", 1], ["Applied", 3], ["InProgress", 9]),
  row("late", ["Completed", 5]),
  row("settling", ["AutoReviewing", 7]),
  { ...row("unread"), instances: null },
];

const ids = (found: readonly { review: { id: string } }[]) => found.map(({ review }) => review.id);

test("a review counts by its latest ended instance, and not while that is still settling", () => {
  expect(endedLatest(rows).map(({ review, endedAt }) => [review.id, endedAt])).toEqual([
    ["late", 5],
    ["old", 3],
  ]);
});

test("unrecorded is what ended after the last copy, or was never copied", () => {
  const ended = endedLatest(rows);
  expect(
    ids(
      unrecorded(
        ended,
        new Map([
          ["old", 1],
          ["late", null],
        ]),
      ),
    ),
  ).toEqual(["late", "old"]);
  expect(
    ids(
      unrecorded(
        ended,
        new Map([
          ["old", 3],
          ["late", 5],
        ]),
      ),
    ),
  ).toEqual([]);
});

test("of what could not be asked about nothing is said", () => {
  expect(unrecorded(endedLatest(rows), new Map())).toEqual([]);
});
