import type { ItemDecision } from "@/lib/domain/reviews/review";
import type { NotAppliedReason } from "@/lib/domain/reviews/result";

const DECISION: Readonly<Record<ItemDecision, string>> = {
  Approve: "Approved",
  Deny: "Denied",
  DontKnow: "Don't know",
  NotReviewed: "Not decided",
};

const RECOMMENDATION = {
  Approve: "Approve",
  Deny: "Deny",
  NoInfoAvailable: "No information",
} as const;

const APPLY_RESULT = {
  New: "Not applied yet",
  AppliedSuccessfully: "Applied",
  AppliedWithUnknownFailure: "Failed",
  AppliedSuccessfullyButObjectNotFound: "Applied: not found any more",
  ApplyNotSupported: "Not supported",
} as const;

// What Entra adds later is shown as Entra says it.
const wordsOf = (words: Readonly<Record<string, string>>) => {
  const known = new Map(Object.entries(words));
  return (word: string) => known.get(word) ?? word;
};

/** What was decided about one item, in a word. */
export const decisionWord = wordsOf(DECISION);

const recommended = wordsOf(RECOMMENDATION);

/** What Entra recommends, in a word. */
export const recommendationWord = (recommendation: string | null): string =>
  recommendation === null ? "None" : recommended(recommendation);

/** What Entra says became of a decision. */
export const applyResultWord = wordsOf(APPLY_RESULT);

/** Why a denied guest still has the access, and so what can be done about it. */
export const NOT_APPLIED_WORDS: Readonly<Record<NotAppliedReason, string>> = {
  "dynamic-group": "The group is dynamic: its rule decides who is in it, not a review.",
  "synced-group": "The group is mastered on premises: it can only be changed there.",
  "mail-enabled-group": "The group is mail-enabled: Graph cannot change its members.",
  "nested-group": "In the group through another group inside it, which the review does not touch.",
  "through-group": "Has the application through a group, which the review does not touch.",
  "not-auto-applied": "The review does not apply its decisions by itself, and nobody applied them.",
  applying: "Entra is still applying the decisions.",
  "added-again": "Entra took the access away, and somebody gave it back.",
  failed: "Entra tried, and failed.",
  "not-known": "Entra gives no reason.",
};
