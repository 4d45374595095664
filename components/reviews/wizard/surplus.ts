import type { IntentPlan } from "@/lib/domain/intent";
import { planForReview, type Planning } from "@/lib/domain/reviews/plan-review";
import type { Review } from "@/lib/domain/reviews/review";
import type { MadeReview } from "./what-became";

type Seen = Pick<Review, "id" | "name" | "intentId">;

/**
 * Reviews that bear the mark of an intent beside the one that it made. Browsers send a request again by themselves when
 * a connection that was used before breaks under it, whatever the page asked for: then Microsoft has made it twice.
 */
export function surplusOf(reviews: readonly Seen[], made: readonly MadeReview[]): readonly Seen[] {
  const kept = new Map(made.map(({ intentId, reviewId }) => [intentId, reviewId]));
  const shown = new Set(reviews.map(({ id }) => id));
  return reviews.filter(({ id, intentId }) => {
    const keep = intentId === null ? undefined : kept.get(intentId);
    // Nothing is called too many while the one that is kept is not shown.
    return keep !== undefined && keep !== id && shown.has(keep);
  });
}

/** One plan that deletes all of them. */
export function planToDelete(surplus: readonly Seen[], planning: Planning): IntentPlan {
  const id = planning.mintId();
  const plans = surplus.map((review) => planForReview({ kind: "delete-review" }, review, planning));
  const intents = plans.flatMap((plan) =>
    plan.intents.map((planned) => ({ ...planned, intent: { ...planned.intent, planId: id } })),
  );
  return { id, reason: planning.reason, intents };
}
