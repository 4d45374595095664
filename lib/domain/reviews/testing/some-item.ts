import type { ReviewItem } from "../review";
import { GROUP } from "./some-draft";

/** An undecided item about one guest in one group; what differs is given. */
export function someItem(overrides: Partial<ReviewItem> = {}): ReviewItem {
  return {
    id: "item",
    reviewId: "review",
    instanceId: "instance",
    principal: { id: "guest", displayName: "Ada", userPrincipalName: null },
    resource: { id: GROUP, displayName: "Partners", type: "Group" },
    decision: "NotReviewed",
    recommendation: null,
    justification: null,
    reviewedBy: null,
    reviewedAt: null,
    appliedBy: null,
    appliedAt: null,
    applyResult: "New",
    lastSignIn: undefined,
    ...overrides,
  };
}
