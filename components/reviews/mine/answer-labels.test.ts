import { expect, test } from "vitest";
import type { ReviewItem } from "@/lib/domain/reviews/review";
import type { OperationState } from "@/lib/runner/run";
import { someItem } from "./testing/some-item";
import { answerWords, endsWords, trouble, whyNoFacts, whyRecommended } from "./answer-labels";

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
    "Entra recommends nothing: it had no information.",
  ],
])("Why it is recommended: %s", (_title, special, lookBackDays, words) => {
  expect(whyRecommended(someItem("Ada", special), { lookBackDays })).toBe(words);
});

const outcome = { evidence: "reported", detail: null, requestId: null } as const;

test.each<[OperationState, string, RegExp | null]>([
  ["waiting", "waiting", null],
  [{ ...outcome, result: "done" }, "sent", null],
  [{ ...outcome, result: "already-so" }, "already done", null],
  [
    { ...outcome, result: "refused", detail: "The instance has ended." },
    "refused",
    /^Your answer is not in the review\. The instance has ended\.$/,
  ],
  [{ ...outcome, result: "unknown" }, "sent, no answer yet", /nothing is sent twice/],
  [
    { stopped: { kind: "ledger-unavailable" } },
    "not sent",
    /^Your answer is not in the review\. The history cannot be written/,
  ],
])("An answer that is %o is '%s'", (state, words, said) => {
  expect(answerWords(state)).toBe(words);
  if (said === null) expect(trouble(state)).toBeNull();
  else expect(trouble(state)).toMatch(said);
});

test.each([
  [
    "may not read guests",
    { phase: "failed", failure: { kind: "forbidden", message: "" } },
    /may not/,
  ],
  [
    "gave no consent",
    { phase: "failed", failure: { kind: "needs-consent", message: "" } },
    /permission/,
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
