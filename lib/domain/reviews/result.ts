import type { Instant } from "../time";

/** Why a denied guest still has the access. */
export const NOT_APPLIED_REASONS = [
  "dynamic-group",
  "synced-group",
  "mail-enabled-group",
  "nested-group",
  "through-group",
  "not-auto-applied",
  "applying",
  "added-again",
  "account-there",
  "failed",
  "not-known",
] as const;

export type NotAppliedReason = (typeof NOT_APPLIED_REASONS)[number];

/** Results per request to the ledger; a copy that breaks off leaves a multiple of them. */
export const RESULTS_AT_ONCE = 200;

/** What became of one item of a review that has ended, as it is kept in the ledger: ids and facts, no name and no mail. */
export interface ReviewResult {
  readonly reviewId: string;
  readonly instanceId: string;
  readonly itemId: string;
  readonly guestId: string;
  readonly resourceId: string | null;
  /** The resource's own name: a group's or an application's, not a person's. */
  readonly resourceName: string | null;
  readonly startsAt: Instant | null;
  readonly endsAt: Instant | null;
  readonly instanceStatus: string;
  readonly decision: string;
  readonly recommendation: string | null;
  readonly justification: string | null;
  /** Null when no person decided: `deciderOf` says what that means. */
  readonly reviewedBy: string | null;
  readonly reviewedAt: Instant | null;
  readonly applyResult: string;
  readonly appliedAt: Instant | null;
  /** What the directory showed when the result was read. */
  readonly access: "gone" | "still-there" | "account-gone" | "unread";
  /** Only of a Deny whose access is still there. */
  readonly notApplied: NotAppliedReason | null;
}

/** Who decided an item of a review that has ended. */
export type Decider =
  | { readonly kind: "reviewer"; readonly id: string }
  | { readonly kind: "default" | "nobody" | "not-known" };

/**
 * Who decided what a result tells, which is never the person who recorded it. A decision without a person is the default's; what
 * a review says besides, in other words, without naming anybody, is not known.
 */
export function deciderOf({
  decision,
  reviewedBy,
}: Pick<ReviewResult, "decision" | "reviewedBy">): Decider {
  if (reviewedBy !== null) return { kind: "reviewer", id: reviewedBy };
  if (decision === "Approve" || decision === "Deny") return { kind: "default" };
  return { kind: decision === "NotReviewed" ? "nobody" : "not-known" };
}
