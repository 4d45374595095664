import { expect, test } from "vitest";
import { actionOf, KEYS } from "./keys";

const pressed = (key: string, more: object = {}) =>
  actionOf({ key, ctrlKey: false, metaKey: false, altKey: false, repeat: false, ...more });

test.each([
  ["a approves", "a", { kind: "decide", verdict: "Approve" }],
  ["with Caps Lock it does too", "A", { kind: "decide", verdict: "Approve" }],
  ["d denies", "d", { kind: "decide", verdict: "Deny" }],
  ["u says that one does not know", "u", { kind: "decide", verdict: "DontKnow" }],
  ["j goes on", "j", { kind: "go", to: "next" }],
  ["an arrow is the grid's own", "ArrowDown", null],
  ["other letters mean nothing", "x", null],
])("%s", (_title, key, action) => {
  expect(pressed(key)).toEqual(action);
});

test.each([
  ["Ctrl+A selects all, and approves nothing", "a", { ctrlKey: true }],
  ["Cmd+D belongs to the browser", "d", { metaKey: true }],
  ["Alt+D belongs to the browser", "d", { altKey: true }],
  ["a key held down does not decide again", "a", { repeat: true }],
])("%s", (_title, key, more) => {
  expect(pressed(key, more)).toBeNull();
});

test("a key held down walks on", () => {
  expect(pressed("j", { repeat: true })).toEqual({ kind: "go", to: "next" });
});

test("no key means two things", () => {
  expect(new Set(KEYS.map(({ key }) => key)).size).toBe(KEYS.length);
});
