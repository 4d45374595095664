import { expect, test } from "vitest";
import type { LastSeen } from "@/lib/domain/guest";
import type { ReviewItem } from "@/lib/domain/reviews/review";
import { someItem } from "@/components/reviews/mine/testing/some-item";
import { consequenceOf, endsWords, whyRecommended } from "./item-sentences";

const NOW = Date.parse("2026-11-20T12:00:00Z");
const at = (iso: string) => Date.parse(iso);

test.each([
  ["days are whole ones", "2026-11-23T11:00:00Z", "Ends in 2 days"],
  ["the last two days are told in hours", "2026-11-22T11:00:00Z", "Ends in 47 hours"],
  ["the last hour", "2026-11-20T13:30:00Z", "Ends in an hour"],
  ["less than an hour", "2026-11-20T12:10:00Z", "Ends within the hour"],
  ["the end itself is over", "2026-11-20T12:00:00Z", "Ended on Nov 20, 2026"],
])("%s", (_title, end, words) => {
  expect(endsWords(at(end), NOW)).toBe(words);
});

test.each<[string, Partial<ReviewItem>, number | null, string]>([
  [
    "without a look-back of its own it is 30 days",
    { recommendation: "Deny", lastSignIn: null },
    null,
    "No sign-in within 30 days before the review began.",
  ],
  [
    "a sign-in before the look-back is named",
    { recommendation: "Deny", lastSignIn: at("2026-01-02T00:00:00Z") },
    90,
    "Last signed in on Jan 2, 2026, not within 90 days before the review began.",
  ],
  [
    "so is one within it",
    { recommendation: "Approve", lastSignIn: at("2026-11-02T00:00:00Z") },
    30,
    "Signed in on Nov 2, 2026, within 30 days before the review began.",
  ],
  [
    "a service that tells no date is believed all the same",
    { recommendation: "Approve", lastSignIn: undefined },
    30,
    "Signed in within 30 days before the review began.",
  ],
  [
    "no information is no recommendation",
    { recommendation: "NoInfoAvailable" },
    30,
    "Entra has no recommendation: it had no information.",
  ],
])("Why it is recommended: %s", (_title, special, lookBackDays, words) => {
  expect(whyRecommended(someItem("Ada", special), { lookBackDays })).toBe(words);
});

test.each<[string, LastSeen, string]>([
  [
    "never succeeded",
    { kind: "never" },
    "Entra counts attempts to sign in: the last one was on Jan 2, 2026, not within 30 days before the review began. No sign-in then succeeded.",
  ],
  [
    "succeeded that day",
    { kind: "at", at: at("2026-01-01T20:00:00Z") },
    "Last signed in on Jan 2, 2026, not within 30 days before the review began.",
  ],
  [
    "is not known to have succeeded",
    { kind: "unreadable" },
    "Last signed in on Jan 2, 2026, not within 30 days before the review began.",
  ],
])("A sign-in that %s", (_title, lastSeen, words) => {
  const item = someItem("Ada", { recommendation: "Deny", lastSignIn: at("2026-01-02T00:00:00Z") });
  expect(whyRecommended(item, { lookBackDays: null }, lastSeen)).toBe(words);
});

test.each([
  [
    "one loses the access",
    ["Deny"],
    "remove-access",
    /^1 loses the access once the review is applied\. The/,
  ],
  [
    "each decision has its sentence",
    ["Deny", "Deny", "Approve", "DontKnow"],
    "remove-access",
    /^2 lose the access .* 1 keeps the access\. 1 keeps the access, and the review records/,
  ],
  [
    "deleting is said",
    ["Deny", "Deny"],
    "block-then-delete",
    /^2 are blocked .* deleted 30 days later\./,
  ],
] as const)("What follows from many decisions: %s", (_title, decisions, applyAction, words) => {
  const parts = decisions.map((decision) => ({ decision }));
  expect(consequenceOf(parts, { applyAction })).toMatch(words);
});
