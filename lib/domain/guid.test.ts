import { expect, test } from "vitest";
import { isGuid, isLowerCaseGuid } from "./guid";

const ID = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";

test.each([
  ["in lower case", ID, true, true],
  ["in upper case", ID.toUpperCase(), true, false],
  ["with a line after it", `${ID}\n`, false, false],
  ["with more before it", `x${ID}`, false, false],
  ["without its hyphens", ID.replaceAll("-", ""), false, false],
  ["that is empty", "", false, false],
])("A text %s is an object's id or not", (_, text, any, lower) => {
  expect(isGuid(text)).toBe(any);
  expect(isLowerCaseGuid(text)).toBe(lower);
});
