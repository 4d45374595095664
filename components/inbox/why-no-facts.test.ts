import { expect, test } from "vitest";
import { whyNoFacts, whyNoSignIns } from "./why-no-facts";

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

test.each([
  [
    "has no reporting role",
    "forbidden",
    null,
    /^Microsoft shows sign-ins only to people with a dir/,
  ],
  ["gave no consent", "forbidden", "needs-consent", /^Guestlist has no permission/],
  ["has no licence", "licence-missing", null, /^Your organization has no license/],
  ["met a failure", "failed", "unavailable", /^Sign-ins could not be read now/],
] as const)(
  "Somebody who %s is told why sign-ins are unknown, and that a decision does not need them",
  (_title, signInsUnreadableBecause, kind, why) => {
    const failure = kind && { kind, message: "" };
    const says = whyNoSignIns({ signInsUnreadableBecause, failure });
    expect(says).toMatch(why);
    expect(says).toMatch(/says nothing about this guest, and you can still decide.*recommends/);
  },
);

test("Nothing is said of sign-ins that are read, or that nobody knows to be unreadable", () => {
  expect(whyNoSignIns({ signInsUnreadableBecause: null, failure: null })).toBeNull();
});
