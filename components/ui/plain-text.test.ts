import { expect, test } from "vitest";
import { plainText } from "./plain-text";

test.each([
  ["markup stays text", "<img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)>"],
  ["a right-to-left override is taken out", "invoice\u202Efdp.exe", "invoicefdp.exe"],
  ["isolates and marks are taken out", "\u2066Ada\u2069\u200F", "Ada"],
  ["a line break becomes a space", "Ada\r\nLovelace", "Ada Lovelace"],
  ["controls are taken out", "A\u0000d\u001Ba\u0085", "Ada"],
  ["invisible spaces are taken out", "A\u200Bd\uFEFFa", "Ada"],
  ["tag characters are taken out", "Ada\u{E0041}\u{E007F}", "Ada"],
  ["a joiner that a script needs stays", "می\u200Cخواهم", "می\u200Cخواهم"],
  ["Arabic stays as it is", "محمد علي", "محمد علي"],
  ["nothing stays nothing", "\u200B\u202E", ""],
])("%s", (_, text, plain) => {
  expect(plainText(text)).toBe(plain);
});
