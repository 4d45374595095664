import type { ReviewDraft } from "./draft";

type Consequence = Pick<
  ReviewDraft["consequence"],
  "ifNobodyAnswers" | "autoApply" | "applyAction"
>;

/** What happens to guests about whom nobody decides, in a sentence for reviewers; each consequence has its own. */
export function silenceForReviewers(consequence: Consequence): string {
  const { ifNobodyAnswers, autoApply, applyAction } = consequence;
  switch (ifNobodyAnswers) {
    case "Deny":
      if (!autoApply)
        return "Guests whom nobody confirms are denied, which an administrator applies.";
      return applyAction === "block-then-delete"
        ? "Guests whom nobody confirms are blocked, and deleted 30 days later."
        : "Guests whom nobody confirms lose their access.";
    case "Recommendation":
      return "Where nobody decides, the recommendation counts.";
    case "Approve":
      return "Guests about whom nobody decides are approved.";
    case null:
      return "Guests about whom nobody decides keep their access.";
  }
}

/**
 * A message to reviewers after the consequence has changed: the sentence of a template about silence stays true. What a
 * person wrote in other words stays as it is.
 */
export function messageAfter(message: string, before: Consequence, after: Consequence): string {
  return message.replace(silenceForReviewers(before), () => silenceForReviewers(after));
}
