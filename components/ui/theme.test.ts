import { expect, test } from "vitest";
import { initialTheme } from "./theme";

test.each([
  [
    "a choice wins over the system",
    { chosen: "light", lastSystem: "dark", clientHint: "dark" },
    "light",
  ],
  [
    "the browser's hint wins over an old note",
    { chosen: undefined, lastSystem: "light", clientHint: '"dark"' },
    "dark",
  ],
  [
    "the note of an earlier visit is used",
    { chosen: undefined, lastSystem: "dark", clientHint: undefined },
    "dark",
  ],
  [
    "a nonsense cookie is ignored",
    { chosen: "pink", lastSystem: undefined, clientHint: undefined },
    "light",
  ],
])("%s", (_, hints, theme) => {
  expect(initialTheme(hints).theme).toBe(theme);
});
