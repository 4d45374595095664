import { DECIDER_WORD } from "@/components/entries/entry-labels";
import { deciderOf } from "@/lib/domain/reviews/result";
import type { ItemDecision, ReviewItem } from "@/lib/domain/reviews/review";

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

/** Who decided an item, by name; where no person did, what is known of it. */
export function deciderText({
  decision,
  reviewedBy,
}: Pick<ReviewItem, "decision" | "reviewedBy">): string {
  const decider = deciderOf({ decision, reviewedBy: reviewedBy?.id ?? null });
  if (decider.kind !== "reviewer") return DECIDER_WORD[decider.kind];
  return reviewedBy?.displayName ?? reviewedBy?.userPrincipalName ?? decider.id;
}
