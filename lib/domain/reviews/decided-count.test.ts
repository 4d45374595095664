import { expect, test } from "vitest";
import {
  decidedShare,
  type DecidedState,
  decidedStateOf,
  decidedText,
  sumOfCounts,
} from "./decided-count";

test("the counts of several instances add up only when each of them was counted", () => {
  const counts = new Map([
    ["a", { decided: 1, total: 4 }],
    ["b", { decided: 2, total: 5 }],
  ]);
  expect(sumOfCounts([{ id: "a" }, { id: "b" }], counts)).toEqual({ decided: 3, total: 9 });
  expect(sumOfCounts([{ id: "a" }, { id: "c" }], counts)).toBeNull();
  expect(sumOfCounts([{ id: "a" }], undefined)).toBeNull();
  expect(sumOfCounts([], counts)).toBeNull();
});

test("one lower bound makes the sum a lower bound", () => {
  const counts = new Map([
    ["a", { decided: 1, total: 4 }],
    ["b", { decided: 97, total: 100, atLeast: true as const }],
  ]);
  const sum = sumOfCounts([{ id: "a" }, { id: "b" }], counts);
  expect(sum).toEqual({ decided: 98, total: 104, atLeast: true });
});

test.each<[string, DecidedState, string, number | null]>([
  ["counted", { decided: 97, total: 1_000 }, "97 of 1,000", 0.097],
  ["counted in part", { decided: 97, total: 100, atLeast: true }, "At least 97", 0.97],
  ["still being read", "reading", "…", null],
  ["that could not be counted", "not-counted", "Not counted", null],
  ["of which nothing runs", null, "", null],
])("a review %s", (_what, state, text, share) => {
  expect(decidedText(state)).toBe(text);
  expect(decidedShare(state)).toBe(share);
});

test("what runs and is missing from the counts is not counted, once the counting is over", () => {
  const data = new Map([["a", { decided: 1, total: 4 }]]);
  const running = [{ id: "a" }, { id: "b" }];
  expect(decidedStateOf(running, { data: undefined, isLoading: true })).toBe("reading");
  expect(decidedStateOf(running, { data, isLoading: false })).toBe("not-counted");
  expect(decidedStateOf([], { data, isLoading: false })).toBeNull();
});
