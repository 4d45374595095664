import { expect, test } from "vitest";
import { whyNoFacts } from "./why-no-facts";

test.each([
  [
    "may not read guests",
    { phase: "failed", failure: { kind: "forbidden", message: "" } },
    /permission to read this/,
  ],
  [
    "gave no consent",
    { phase: "failed", failure: { kind: "needs-consent", message: "" } },
    /Guestlist has no permission/,
  ],
  ["is still waiting for the list", { phase: "directory", failure: null }, /being read/],
  [
    "sees that it is nobody of the list",
    { phase: "complete", failure: null },
    /Not among the guests/,
  ],
] as const)("Somebody who %s is told why there are no facts", (_title, progress, words) => {
  expect(whyNoFacts(progress)).toMatch(words);
});
