import { graphText } from "./known-word";
import type { ReviewStatus } from "./review-status";
import { REASON_MAX } from "../operation";
import { DAY, type Instant } from "../time";
import type { Group } from "./group";
import type { NotAppliedReason, ReviewResult } from "./result";
import type { Review, ReviewInstance, ReviewItem } from "./review";
import { whyNotChangeable } from "./will-it-apply";

/** An account, and the groups in which it may be. */
export interface AccessRequest {
  readonly userId: string;
  readonly groupIds: readonly string[];
}

/** What the directory showed of one item after its instance had ended. */
export interface AccessShown {
  /** Null where it was not read, or where the resource is no group. */
  readonly membership: "direct" | "nested" | "none" | null;
  /** False: the account is deleted; null: not looked for. */
  readonly accountExists: boolean | null;
  /** Null where the resource is no group, or was not read. */
  readonly group: Group | null;
}

export type Reconciled = Pick<ReviewResult, "access" | "notApplied">;

type Ended = Pick<ReviewInstance, "status">;
type Rules = Pick<Review["settings"], "autoApply" | "applyAction">;

/**
 * Compares what a review decided with what the directory shows: `applyResult` alone is not believed, since it stays as
 * it is when somebody adds a guest again, and says nothing of why.
 * https://learn.microsoft.com/graph/api/resources/accessreviewinstancedecisionitem
 */
export function reconcile(
  item: ReviewItem,
  instance: Ended,
  rules: Rules,
  shown: AccessShown,
): Reconciled {
  const access = accessOf(item, rules, shown);
  const stays = item.decision === "Deny" && access !== "gone" && access !== "account-gone";
  return { access, notApplied: stays ? whyNot(item, instance, rules, shown) : null };
}

/** Judged by the consequence that was wanted: an account that was to be deleted is not gone with its membership. */
function accessOf(
  { decision }: ReviewItem,
  { applyAction }: Rules,
  { membership, accountExists }: AccessShown,
): ReviewResult["access"] {
  if (accountExists === false) return "account-gone";
  if (decision === "Deny" && applyAction === "block-then-delete") {
    return accountExists === null ? "unread" : "still-there";
  }
  if (membership === null) return "unread";
  return membership === "none" ? "gone" : "still-there";
}

const MAY_STILL_APPLY = new Set<ReviewStatus>([
  "Completing",
  "Completed",
  "AutoReviewing",
  "AutoReviewed",
  "Applying",
]);

/** Null while it may still be applied. */
function whyNot(
  item: ReviewItem,
  { status }: Ended,
  { autoApply, applyAction }: Rules,
  { membership, accountExists, group }: AccessShown,
): NotAppliedReason | null {
  if (status === "InProgress") return null;
  const isNew = item.applyResult === "New";
  if (isNew && !autoApply && status !== "Applying") return "not-auto-applied";
  if (isNew && MAY_STILL_APPLY.has(status)) return "applying";
  if (applyAction === "block-then-delete") {
    // The account is blocked at once and deleted later, and no group stands against it.
    if (accountExists === null) return null;
    if (status === "Applying") return "applying";
    return item.applyResult === "AppliedWithUnknownFailure" ? "failed" : "account-there";
  }
  if (membership === null) return unreadReason(item);
  const outside = group === null ? null : whyNotChangeable(group);
  if (outside !== null) return outside;
  if (membership === "nested") return "nested-group";
  switch (item.applyResult) {
    case "AppliedSuccessfully":
    case "AppliedSuccessfullyButObjectNotFound":
      return "added-again";
    case "AppliedWithUnknownFailure":
      return "failed";
    default:
      return "not-known";
  }
}

/** Where no membership could be read, only Graph's own word is left. */
function unreadReason({ applyResult, resource }: ReviewItem): NotAppliedReason | null {
  switch (applyResult) {
    case "ApplyNotSupported":
      return resource?.type === "ServicePrincipal" ? "through-group" : "not-known";
    case "AppliedWithUnknownFailure":
      return "failed";
    default:
      return null;
  }
}

/** Days after which guests whom a review blocked are deleted, whatever other access they have. */
export const DAYS_UNTIL_DELETION = 30;

/** When the denied guests of an instance are deleted; null where the review only takes access away. */
export function deletedAt(
  { endsAt }: Pick<ReviewInstance, "endsAt">,
  { applyAction }: Rules,
): Instant | null {
  if (applyAction !== "block-then-delete" || endsAt === null) return null;
  return endsAt + DAYS_UNTIL_DELETION * DAY;
}

const NAME_KEPT = 256;

/** What is kept of one item in the history: ids and facts, in Graph's own words. */
export function resultOf(
  item: ReviewItem,
  instance: ReviewInstance,
  reconciled: Reconciled,
): ReviewResult {
  return {
    reviewId: item.reviewId,
    instanceId: item.instanceId,
    itemId: item.id,
    guestId: item.principal.id,
    resourceId: item.resource?.id ?? null,
    resourceName: item.resource?.displayName?.slice(0, NAME_KEPT) ?? null,
    startsAt: instance.startsAt,
    endsAt: instance.endsAt,
    instanceStatus: graphText(instance.status),
    decision: graphText(item.decision),
    recommendation: item.recommendation === null ? null : graphText(item.recommendation),
    justification: item.justification?.slice(0, REASON_MAX) ?? null,
    reviewedBy: item.reviewedBy?.id ?? null,
    reviewedAt: item.reviewedAt,
    applyResult: graphText(item.applyResult),
    appliedAt: item.appliedAt,
    ...reconciled,
  };
}
