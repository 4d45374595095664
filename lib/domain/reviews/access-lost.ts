import { counted, numberText } from "@/lib/domain/number-text";
import type { ReviewItem, ReviewSettings } from "@/lib/domain/reviews/review";

/** One access that goes when an instance ends as it stands now. */
export interface AccessLoss {
  readonly item: ReviewItem;
  /** A reviewer denied it, or nobody decided and the settings do. */
  readonly because: "denied" | "nobody-answered";
}

function losesUnanswered(item: ReviewItem, decision: ReviewSettings["ifNobodyAnswers"]): boolean {
  if (item.decision !== "NotReviewed") return false;
  return decision === "Deny" || (decision === "Recommendation" && item.recommendation === "Deny");
}

/** Whose access would go if the instance ended now: those who are denied, and those whom the default would deny. */
export function accessLostAtEnd(
  items: readonly ReviewItem[],
  ifNobodyAnswers: ReviewSettings["ifNobodyAnswers"],
): readonly AccessLoss[] {
  return items.flatMap((item): readonly AccessLoss[] => {
    if (item.decision === "Deny") return [{ item, because: "denied" }];
    return losesUnanswered(item, ifNobodyAnswers) ? [{ item, because: "nobody-answered" }] : [];
  });
}

/** What becomes of what nobody has decided, in a sentence; null when everything is decided. */
export function undecidedSentence(
  { denied, approved, left }: { denied: number; approved: number; left: number },
  { autoApply, applyAction }: Pick<ReviewSettings, "autoApply" | "applyAction">,
): string | null {
  const open = denied + approved + left;
  if (open === 0) return null;
  const loss = applyAction === "block-then-delete" ? "blocked, then deleted" : "denied";
  const parts = [
    denied > 0 && `${counted(denied, "is", "are")} ${loss}`,
    approved > 0 && `${numberText(approved)} approved`,
    left > 0 && `${numberText(left)} left as ${left === 1 ? "it is" : "they are"}`,
  ].filter((part) => part !== false);
  const byHand =
    autoApply || denied === 0 ? "" : " No access is removed before somebody applies it.";
  return `${counted(open, "item is", "items are")} not decided. If nobody decides until the end: ${parts.join(", ")}.${byHand}`;
}
