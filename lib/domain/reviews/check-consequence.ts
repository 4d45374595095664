import { canBlockThenDelete } from "./definition-body";
import type { ReviewDraft } from "./draft";
import { type DraftProblem, isWhole } from "./draft-problem";

/** https://learn.microsoft.com/graph/api/resources/userlastsigninrecommendationinsightsetting */
const APPLICATION_LOOK_BACK_MAX = 30;
/** Graph accepts any number for groups. More than ten years is a mistake. */
const LOOK_BACK_MAX = 3_650;

/** The problems of a draft's consequence. */
export function checkConsequence({ scope, consequence }: ReviewDraft): readonly DraftProblem[] {
  const { applyAction, ifNobodyAnswers, lookBackDays, recommendations } = consequence;
  const problems: DraftProblem[] = [];
  if (ifNobodyAnswers === "Recommendation" && !recommendations) {
    const rule = "To follow recommendations, a review has to make them: switch them on.";
    problems.push(problem("consequence.ifNobodyAnswers", rule));
  }
  if (applyAction === "block-then-delete" && !canBlockThenDelete(scope)) {
    problems.push(problem("consequence.applyAction", whyNotDelete(scope.kind)));
  }
  const most = scope.kind === "application" ? APPLICATION_LOOK_BACK_MAX : LOOK_BACK_MAX;
  if (recommendations && lookBackDays !== null && !isWhole(lookBackDays, 1, most)) {
    const where = scope.kind === "application" ? " in a review of an application" : "";
    const rule = `Look back at least 1 day and at most ${most} days${where}.`;
    problems.push(problem("consequence.lookBackDays", rule));
  }
  return problems;
}

/** https://learn.microsoft.com/entra/id-governance/create-access-review */
function whyNotDelete(kind: ReviewDraft["scope"]["kind"]): string {
  return kind === "application"
    ? "Only a review of guests alone can block and delete them; this one is of all users of an application."
    : "A review of all Microsoft 365 groups can only remove access: choose groups to block and delete guests.";
}

function problem(field: string, rule: string): DraftProblem {
  return { field, step: "consequence", rule };
}
