import { expect, test } from "vitest";
import { isJson } from "./operation";

const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)]);

test.each<[string, unknown]>([
  ["null", null],
  ["a text", "x"],
  ["what a review is made of", { settings: { autoApply: true, applyActions: [] }, days: 14 }],
  ["lists in lists, as deep as requests go", nested(32)],
])("%s is JSON", (_, value) => {
  expect(isJson(value)).toBe(true);
});

test.each<[string, unknown]>([
  ["nothing", undefined],
  ["a member without a value", { a: undefined }],
  ["no number", { a: [Number.NaN] }],
  ["an endless number", Infinity],
  ["a function", () => 1],
  ["a big integer", 1n],
  ["what is nested deeper than any request", nested(33)],
  ["what is nested without end", nested(5_000)],
])("%s is not", (_, value) => {
  expect(isJson(value)).toBe(false);
});
