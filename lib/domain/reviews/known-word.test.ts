import { expect, test } from "vitest";
import { graphText, knownWord } from "./known-word";

const COLORS = ["Red", "DarkGreen"] as const;

test.each([
  ["a known word as it is", "DarkGreen", "DarkGreen"],
  ["a known word in another case", "darkgreen", "DarkGreen"],
  ["a new word, readable and marked", "Mauve", "Unknown: Mauve"],
  ["no word", "", "Unknown"],
  ["null", null, "Unknown"],
  ["nothing", undefined, "Unknown"],
])("Graph's text is %s", (_what, text, word) => {
  expect(knownWord(COLORS, text)).toBe(word);
});

test.each([
  ["DarkGreen", "DarkGreen"],
  ["Unknown: Mauve", "Mauve"],
  ["Unknown", ""],
])("What Graph gave for %s is “%s”: records and exports hold that", (word, text) => {
  expect(graphText(word)).toBe(text);
});
