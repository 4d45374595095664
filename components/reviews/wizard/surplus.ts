import type { IntentPlan } from "@/lib/domain/intent";
import { doublesAmong } from "@/lib/domain/reviews/doubles";
import { planForReview, type Planning } from "@/lib/domain/reviews/plan-review";
import type { Review } from "@/lib/domain/reviews/review";
import type { MadeReview } from "./what-became";

type Seen = Pick<Review, "id" | "name" | "intentId" | "createdAt">;

/** Reviews that bear the mark of an intent beside the one that it was just known to make. */
export function surplusOf(reviews: readonly Seen[], made: readonly MadeReview[]): readonly Seen[] {
  const namedBy = new Map(made.map(({ intentId, reviewId }) => [intentId, reviewId]));
  return doublesAmong(reviews, namedBy).flatMap(({ surplus }) => surplus);
}

/** One plan that deletes all of them. */
export function planToDelete(
  surplus: readonly Pick<Review, "id" | "name">[],
  planning: Planning,
): IntentPlan {
  const id = planning.mintId();
  const plans = surplus.map((review) => planForReview({ kind: "delete-review" }, review, planning));
  const intents = plans.flatMap((plan) =>
    plan.intents.map((planned) => ({ ...planned, intent: { ...planned.intent, planId: id } })),
  );
  return { id, reason: planning.reason, intents };
}
