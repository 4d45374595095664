import type { ReviewItem } from "@/lib/domain/reviews/review";

/** An undecided item of a guest of that name, with whatever is special about it. */
export function someItem(name: string, special: Partial<ReviewItem> = {}): ReviewItem {
  return {
    id: `item-${name}`,
    reviewId: "review",
    instanceId: "instance",
    principal: {
      id: `guest-${name}`,
      displayName: name,
      userPrincipalName: `${name.toLowerCase()}_partner.example#EXT#@harborline.example`,
    },
    resource: { id: "group", displayName: "Quay project", type: "Group" },
    decision: "NotReviewed",
    recommendation: "Deny",
    justification: null,
    reviewedBy: null,
    reviewedAt: null,
    appliedBy: null,
    appliedAt: null,
    applyResult: "New",
    lastSignIn: null,
    ...special,
  };
}
