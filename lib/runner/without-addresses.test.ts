import { expect, test } from "vitest";
import { withoutAddresses } from "./without-addresses";

test.each([
  ["The scope cannot be changed.", "The scope cannot be changed."],
  ["User ada@partner.example is gone", "User … is gone"],
  ["User 'ada_partner.example#EXT#@harborline.example' exists", "User '…' exists"],
  ["<mailto:ada%40partner.example>", "<mailto:…>"],
  ["two\n  lines\t", "two lines"],
  ["", ""],
])("%j is kept as %j", (words, shortened) => {
  expect(withoutAddresses(words)).toBe(shortened);
});

test("what is long is cut", () => {
  expect(withoutAddresses("x".repeat(10_000))).toHaveLength(400);
});
