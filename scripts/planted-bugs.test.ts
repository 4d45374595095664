import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { PLANTED_BUGS } from "./planted-bugs/list.mjs";

test("There are at least twenty planted bugs, each of another kind", () => {
  expect(new Set(PLANTED_BUGS.map(({ bug }) => bug)).size).toBe(PLANTED_BUGS.length);
  expect(PLANTED_BUGS.length).toBeGreaterThanOrEqual(20);
});

test.each(PLANTED_BUGS)("It can still be planted: $bug", ({ file, find, replace, tests }) => {
  expect(readFileSync(file, "utf8").split(find)).toHaveLength(2);
  expect(replace).not.toBe(find);
  expect(tests.filter((each) => !existsSync(each))).toEqual([]);
});
