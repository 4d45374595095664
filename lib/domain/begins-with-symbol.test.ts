import { expect, test } from "vitest";
import { beginsWithSymbol } from "./begins-with-symbol";

test.each(["Ada", "ada", "zoë", "0815", "9", "Élodie", "Łukasz", "Ṣadé", "ឈឹម ចន្ទា", "王", "٣"])(
  "%s begins with a letter or a digit",
  (name) => {
    expect(beginsWithSymbol(name)).toBe(false);
  },
);

test.each([
  "=1+1",
  "@Ada",
  "[Ada",
  "`Ada",
  "{Ada",
  "/Ada",
  ":Ada",
  "<b>",
  " Ada",
  "“Ada”",
  "🦊 Ada",
  "",
])("%j does not", (name) => {
  expect(beginsWithSymbol(name)).toBe(true);
});

test("What is not drawn is passed over", () => {
  expect(beginsWithSymbol("\u200fAda")).toBe(false);
  expect(beginsWithSymbol("\u202e=1+1")).toBe(true);
});
