import { expect, test } from "vitest";
import { parseDraft } from "./draft";

const draft = { bar: "Act", kind: "block", ids: ["a", "b"], reason: "left" };

test("what was kept comes back as it was", () => {
  expect(parseDraft(JSON.stringify(draft))).toEqual(draft);
});

test.each([
  ["no JSON", "{"],
  ["no object", "7"],
  ["an unknown decision", JSON.stringify({ ...draft, kind: "explode" })],
  ["ids that are no strings", JSON.stringify({ ...draft, ids: [1] })],
  ["no reason", JSON.stringify({ ...draft, reason: undefined })],
])("%s is nothing to take up again", (_title, text) => {
  expect(parseDraft(text)).toBeNull();
});
