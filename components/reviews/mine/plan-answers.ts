import type { Intent, IntentPlan, PlannedIntent } from "@/lib/domain/intent";
import { type Candidate, knownOf } from "@/lib/domain/make-plan";
import type { Policy } from "@/lib/domain/policy";
import type { ReviewItem } from "@/lib/domain/reviews/review";
import type { Answer } from "./answer";
import type { PlannedAnswers } from "./answer-queue";

/** What stands in the history where a reviewer gave no justification: a reason is never empty there. */
export const NO_JUSTIFICATION = "Answered without a justification.";

interface Planning {
  readonly mintId: () => string;
  /** The guests among the answered, as far as the tab's list has them. */
  readonly guests: ReadonlyMap<string, Candidate>;
  readonly policy: Policy;
}

/** Freezes answers into a plan for each justification among them; each item is in one plan only. */
export function planAnswers(
  answers: readonly Answer[],
  planning: Planning,
): readonly PlannedAnswers[] {
  const together = new Map<string, Answer[]>();
  for (const answer of answers) {
    const before = together.get(answer.justification);
    if (before === undefined) together.set(answer.justification, [answer]);
    else before.push(answer);
  }
  return [...together.values()].map((some) => ({ answers: some, plan: planOf(some, planning) }));
}

function planOf(answers: readonly Answer[], planning: Planning): IntentPlan {
  const id = planning.mintId();
  const reason = answers[0]?.justification ?? "";
  return {
    id,
    reason: reason === "" ? NO_JUSTIFICATION : reason,
    intents: answers.map((answer) => intentOf(answer, id, planning)),
  };
}

/** One answer: https://learn.microsoft.com/graph/api/accessreviewinstancedecisionitem-update */
function intentOf(answer: Answer, planId: string, planning: Planning): PlannedIntent {
  const { item, verdict, justification } = answer;
  const { principal } = item;
  const candidate = planning.guests.get(principal.id);
  const intent: Intent = {
    id: planning.mintId(),
    planId,
    kind: "answer-item",
    subject: { type: "review", id: item.reviewId },
    guestId: principal.id,
    reason: justification === "" ? NO_JUSTIFICATION : justification,
    request: {
      method: "PATCH",
      path: answerPath(item),
      body: { decision: verdict, justification },
    },
    known: candidate === undefined ? null : knownOf(candidate, planning.policy),
  };
  const displayName = candidate?.guest.displayName ?? principal.displayName ?? "";
  return {
    intent,
    label: displayName === "" ? principal.id : displayName,
    guest: { id: principal.id, displayName, mail: candidate?.guest.mail ?? null },
  };
}

/** Where an answer to this item is sent. */
export function answerPath({ reviewId, instanceId, id }: ReviewItem): string {
  const definition = `/identityGovernance/accessReviews/definitions/${encodeURIComponent(reviewId)}`;
  return `${definition}/instances/${encodeURIComponent(instanceId)}/decisions/${encodeURIComponent(id)}`;
}
