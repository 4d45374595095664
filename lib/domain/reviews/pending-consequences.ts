import { DAY, type Instant } from "../time";
import { DAYS_UNTIL_DELETION } from "./reconcile";
import type { Review, ReviewInstance, ReviewItem } from "./review";

/** What a Deny is about to do to a guest's account, and has not done yet. */
export interface PendingConsequence {
  readonly guestId: string;
  readonly reviewId: string;
  readonly reviewName: string;
  readonly instanceId: string;
  /**
   * To be blocked and then deleted once somebody applies the review; the same at its end, by itself; or blocked already and
   * waiting for the deletion.
   */
  readonly stage: "to-be-applied" | "to-be-blocked" | "to-be-deleted";
  /** When sign-in is blocked; null where it is blocked already, or the day is not known. */
  readonly blockedAt: Instant | null;
  /** When the account is deleted; null where the day is not known. */
  readonly deletedAt: Instant | null;
}

/** Whether a Deny of this review ends with a deleted account. */
export function deletesAccounts({ settings }: Pick<Review, "settings">): boolean {
  return settings.applyAction === "block-then-delete";
}

/**
 * Whether a Deny of this instance may still have its consequence before it: the instance runs, waits to be applied, by
 * itself or by somebody, or is being applied, which takes 30 days.
 */
export function mayStillAct(review: Review, instance: ReviewInstance, now: Instant): boolean {
  if (!deletesAccounts(review)) return false;
  switch (instance.status) {
    case "Initializing":
    case "NotStarted":
    case "Starting":
      return false;
    case "Applying":
      return true;
    case "Applied":
      // What is applied 30 days after the end, or later, is the deletion itself.
      return instance.endsAt !== null && now < instance.endsAt + 2 * WAIT;
    default:
      return true;
  }
}

const WAIT = DAYS_UNTIL_DELETION * DAY;

/** Nothing follows on these: https://learn.microsoft.com/graph/api/resources/accessreviewinstancedecisionitem */
const WITHOUT_CONSEQUENCE = new Set<string>([
  "AppliedWithUnknownFailure",
  "AppliedSuccessfullyButObjectNotFound",
  "ApplyNotSupported",
]);

/**
 * Whom reviews are about to block and delete, a line for each guest and instance: denied guests of reviews that block
 * first and delete 30 days later. https://learn.microsoft.com/graph/api/resources/disableanddeleteuserapplyaction
 */
export function pendingConsequences(
  reviews: readonly Review[],
  instances: readonly ReviewInstance[],
  items: readonly ReviewItem[],
  now: Instant,
): readonly PendingConsequence[] {
  const reviewOf = new Map(reviews.map((review) => [review.id, review]));
  const instanceOf = new Map(instances.map((each) => [keyOf(each.reviewId, each.id), each]));
  const found = new Map<string, PendingConsequence>();
  for (const item of items) {
    const { reviewId, instanceId, principal } = item;
    const review = reviewOf.get(reviewId);
    const instance = instanceOf.get(keyOf(reviewId, instanceId));
    if (review === undefined || instance === undefined || principal.id === "") continue;
    const times = timesOf(item, review, instance, now);
    if (times === null) continue;
    const about = { guestId: principal.id, reviewId, reviewName: review.name, instanceId };
    found.set(keyOf(reviewId, instanceId, principal.id), { ...about, ...times });
  }
  return [...found.values()];
}

type Times = Pick<PendingConsequence, "stage" | "blockedAt" | "deletedAt">;

/** Null where nothing is pending. */
function timesOf(
  item: ReviewItem,
  review: Review,
  instance: ReviewInstance,
  now: Instant,
): Times | null {
  if (item.decision !== "Deny" || WITHOUT_CONSEQUENCE.has(item.applyResult)) return null;
  if (!mayStillAct(review, instance, now)) return null;
  const { endsAt } = instance;
  // What somebody applies by hand may begin long after the end.
  const blockedAt = item.appliedAt ?? (review.settings.autoApply ? endsAt : null);
  switch (instance.status) {
    case "Applying":
      return { stage: "to-be-deleted", blockedAt: null, deletedAt: later(blockedAt) };
    case "Applied": {
      const deletedAt = later(blockedAt);
      // No account is deleted sooner than 30 days after the end: what was applied later was the deletion.
      const isOver = blockedAt === null || endsAt === null || blockedAt >= endsAt + WAIT;
      if (isOver || deletedAt === null || deletedAt <= now) return null;
      return { stage: "to-be-deleted", blockedAt: null, deletedAt };
    }
    default:
      return review.settings.autoApply
        ? { stage: "to-be-blocked", blockedAt: endsAt, deletedAt: later(endsAt) }
        : { stage: "to-be-applied", blockedAt: null, deletedAt: null };
  }
}

function later(at: Instant | null): Instant | null {
  return at === null ? null : at + WAIT;
}

function keyOf(...ids: readonly string[]): string {
  return ids.join(" ");
}
