import { type Candidate, knownOf } from "@/lib/domain/make-plan";
import type { Policy } from "@/lib/domain/policy";
import { type ItemAnswer, planAnswers } from "@/lib/domain/reviews/plan-answers";
import type { Answer } from "./answer";
import type { PlannedAnswers } from "./answer-queue";

interface Planning {
  readonly mintId: () => string;
  /** The guests among the answered, as far as the tab's list has them. */
  readonly guests: ReadonlyMap<string, Candidate>;
  readonly policy: Policy;
}

/** Freezes answers into a plan for each justification among them; each item is in one plan only. */
export function planByJustification(
  answers: readonly Answer[],
  planning: Planning,
): readonly PlannedAnswers[] {
  const together = new Map<string, Answer[]>();
  for (const answer of answers) {
    const before = together.get(answer.justification);
    if (before === undefined) together.set(answer.justification, [answer]);
    else before.push(answer);
  }
  return [...together.values()].map((some) => ({
    answers: some,
    plan: planAnswers(
      some.map((answer) => withWhatIsKnown(answer, planning)),
      planning,
    ),
  }));
}

function withWhatIsKnown(answer: Answer, { guests, policy }: Planning): ItemAnswer {
  const { item, verdict: decision, justification } = answer;
  const candidate = guests.get(item.principal.id);
  if (candidate === undefined) return { item, decision, justification, known: null };
  const { displayName, mail } = candidate.guest;
  const guest = { id: item.principal.id, displayName, mail };
  return { item, decision, justification, known: knownOf(candidate, policy), guest };
}
