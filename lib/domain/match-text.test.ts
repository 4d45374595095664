import { expect, test } from "vitest";
import { textMatcher } from "./match-text";

test.each<[string, boolean]>([
  ["", true],
  ["   ", true],
  ["jose", true],
  ["JOSÉ", true],
  ["alvarez jose", true],
  ["  partner   jos ", true],
  ["strasse", true],
  ["orebro", true],
  ["jose bob", false],
  ["alvarezjose", false],
])("“%s” matches José Álvarez of Örebro, Hauptstraße, at Partner: %s", (search, matches) => {
  const found = textMatcher(search)("José Álvarez", null, "Örebro, Hauptstraße", "Partner");
  expect(found).toBe(matches);
});

test("Words of two texts do not join into one", () => {
  expect(textMatcher("anna")("An", "na")).toBe(false);
});
