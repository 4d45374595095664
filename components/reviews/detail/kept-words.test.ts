import { expect, test } from "vitest";
import { parseWords } from "./kept-words";

const draft = { durations: [7], endKind: "never", endDate: "", occurrences: 4 };
const change = { before: { ...draft, durations: [14] }, draft };
const kept = { reviewId: "r", reason: "Ticket 7", change };

test("what was kept comes back as it was", () => {
  expect(parseWords(JSON.stringify(kept), "r")).toEqual(kept);
});

test("a change that is none is left out, the reason stays", () => {
  const text = JSON.stringify({
    ...kept,
    change: { ...change, draft: { ...draft, durations: ["7"] } },
  });
  expect(parseWords(text, "r")).toEqual({ ...kept, change: null });
});

test.each([
  ["no JSON", "{"],
  ["no object", "7"],
  ["words of another review", JSON.stringify({ ...kept, reviewId: "other" })],
  ["no reason", JSON.stringify({ ...kept, reason: 7 })],
])("%s is nothing to take up again", (_title, text) => {
  expect(parseWords(text, "r")).toBeNull();
});
