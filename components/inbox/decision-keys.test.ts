import { expect, test } from "vitest";
import { actionOf, keysOf } from "./decision-keys";
import { bikeInbox } from "./testing/bikes";

const keys = keysOf(bikeInbox().options);

const pressed = (key: string, more: object = {}) =>
  actionOf(keys, { key, ctrlKey: false, metaKey: false, altKey: false, repeat: false, ...more });

test.each([
  ["r repairs", "r", { kind: "decide", decision: "repair" }],
  ["with Caps Lock it does too", "R", { kind: "decide", decision: "repair" }],
  ["s scraps", "s", { kind: "decide", decision: "scrap" }],
  ["j goes on", "j", { kind: "go", to: "next" }],
  ["an arrow is the grid's own", "ArrowDown", null],
  ["other letters mean nothing", "x", null],
])("%s", (_title, key, action) => {
  expect(pressed(key)).toEqual(action);
});

test.each([
  ["Ctrl+R reloads, and repairs nothing", "r", { ctrlKey: true }],
  ["Cmd+S belongs to the browser", "s", { metaKey: true }],
  ["Alt+S belongs to the browser", "s", { altKey: true }],
  ["a key held down does not decide again", "r", { repeat: true }],
])("%s", (_title, key, more) => {
  expect(pressed(key, more)).toBeNull();
});

test("a key held down walks on", () => {
  expect(pressed("j", { repeat: true })).toEqual({ kind: "go", to: "next" });
});
