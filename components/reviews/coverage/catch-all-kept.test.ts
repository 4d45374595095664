import { expect, test } from "vitest";
import { parseCatchAll, sinceWords } from "./catch-all-kept";

const kept = { reason: "Nobody is left out", groupId: null, guestIds: ["ada", "ben"] };

test.each([
  ["before the group is made", kept],
  ["after it is made", { ...kept, groupId: "group" }],
])("what was kept %s comes back as it was", (_title, each) => {
  expect(parseCatchAll(JSON.stringify(each))).toEqual(each);
});

test.each([
  ["no JSON", "{"],
  ["no object", "7"],
  ["no reason", JSON.stringify({ ...kept, reason: 7 })],
  ["a group that is none", JSON.stringify({ ...kept, groupId: 7 })],
  ["no guests", JSON.stringify({ ...kept, guestIds: "ada" })],
])("%s is nothing to take up again", (_title, text) => {
  expect(parseCatchAll(text)).toBeNull();
});

test.each<[readonly string[], string | null]>([
  [["ben", "ada"], null],
  [["ada", "ben", "cleo"], "The map was read again since you left: 1 guest more."],
  [["cleo"], "The map was read again since you left: 1 guest more, 2 guests fewer."],
])("a plan about %s is compared with the one that was left", (now, expected) => {
  expect(sinceWords(kept.guestIds, now)).toBe(expected);
});
