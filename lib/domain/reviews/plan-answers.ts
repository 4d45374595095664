import type { Known } from "../known";
import type { Operation } from "../operation";
import { oneRequest, type Plan, type PlannedOperation, type Planning } from "../plan";
import { instancePath } from "./plan-review";
import type { ItemDecision, ReviewItem } from "./review";

/** What a reviewer says about one item. */
export interface ItemAnswer {
  /** As the reviewer saw it. */
  readonly item: ReviewItem;
  readonly decision: Exclude<ItemDecision, "NotReviewed">;
  readonly justification: string;
  readonly known: Known | null;
  /** As the list of guests has them; the words of the item when absent. */
  readonly guest?: PlannedOperation["guest"];
}

/** What stands in the history where a reviewer gave no justification: a reason is never empty there. */
export const NO_JUSTIFICATION = "Answered without a justification.";

/**
 * The plan of a reviewer's answers, each an operation of its own, whose justification is its reason:
 * https://learn.microsoft.com/graph/api/accessreviewinstancedecisionitem-update
 */
export function planAnswers(
  answers: readonly ItemAnswer[],
  { mintId }: Pick<Planning, "mintId">,
): Plan {
  const planId = mintId();
  return {
    id: planId,
    reason: reasonOf(answers[0]?.justification ?? ""),
    operations: answers.map((answer): PlannedOperation => {
      const { item, guest = guestOf(item) } = answer;
      return {
        operation: operationOf(answer, planId, mintId()),
        label: labelOf(item, guest),
        guest,
        plannedFrom: { decision: item.decision, reviewedById: item.reviewedBy?.id ?? null },
      };
    }),
    skipped: [],
  };
}

function operationOf(answer: ItemAnswer, planId: string, id: string): Operation {
  const { item, decision, known } = answer;
  const justification = answer.justification.trim();
  return oneRequest(
    {
      id,
      planId,
      kind: "answer-item",
      subject: { type: "review", id: item.reviewId },
      guestId: item.principal.id,
      reason: reasonOf(justification),
      known,
    },
    { method: "PATCH", path: answerPath(item), body: { decision, justification } },
  );
}

/** Where an answer to this item is sent. */
export function answerPath({ reviewId, instanceId, id }: ReviewItem): string {
  return `${instancePath(reviewId, instanceId)}/decisions/${encodeURIComponent(id)}`;
}

function reasonOf(justification: string): string {
  const words = justification.trim();
  return words === "" ? NO_JUSTIFICATION : words;
}

function labelOf({ principal }: ReviewItem, guest: PlannedOperation["guest"]): string {
  const names = [guest?.displayName, principal.userPrincipalName];
  return names.find((name) => name != null && name !== "") ?? principal.id;
}

const guestOf = ({ principal }: ReviewItem) => ({
  id: principal.id,
  displayName: principal.displayName ?? "",
  mail: null,
});
