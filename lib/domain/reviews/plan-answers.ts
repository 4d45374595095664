import type { Known } from "../known";
import type { Operation } from "../operation";
import {
  type Candidate,
  knownOf,
  type NamedGuest,
  oneRequest,
  type Plan,
  type PlannedOperation,
  type Planning,
} from "../plan";
import { DEFAULT_POLICY, type Policy } from "../policy";
import { instancePath } from "./plan-review";
import type { ReviewItem } from "./review";

export const DECISIONS = ["Approve", "Deny", "DontKnow"] as const;

/** What a reviewer can decide about an item. */
export type Decision = (typeof DECISIONS)[number];

/** What a reviewer says about one item. */
export interface ItemAnswer {
  /** As the reviewer saw it. */
  readonly item: ReviewItem;
  readonly decision: Decision;
  readonly justification: string;
}

interface AnswerPlanning extends Pick<Planning, "mintId"> {
  /** The reviewed guests by id, as far as the list of guests has them: the words of the item stand for the others. */
  readonly guests?: ReadonlyMap<string, Candidate>;
  /** By which the list judges them. */
  readonly policy?: Policy;
}

/** What stands in the history where a reviewer gave no justification: a reason is never empty there. */
export const NO_JUSTIFICATION = "Answered without a justification.";

/**
 * The plan of a reviewer's answers, each an operation of its own, whose justification is its reason:
 * https://learn.microsoft.com/graph/api/accessreviewinstancedecisionitem-update
 */
export function planAnswers(answers: readonly ItemAnswer[], planning: AnswerPlanning): Plan {
  const { mintId, guests, policy = DEFAULT_POLICY } = planning;
  const planId = mintId();
  return {
    id: planId,
    reason: reasonOf(answers[0]?.justification ?? ""),
    operations: answers.map((answer): PlannedOperation => {
      const { item } = answer;
      const candidate = guests?.get(item.principal.id);
      const known = candidate === undefined ? null : knownOf(candidate, policy);
      const guest = guestOf(item, candidate);
      return {
        operation: operationOf(answer, known, planId, mintId()),
        label: labelOf(item, guest),
        guest,
        plannedFrom: { decision: item.decision, reviewedById: item.reviewedBy?.id ?? null },
      };
    }),
    skipped: [],
  };
}

function operationOf(
  answer: ItemAnswer,
  known: Known | null,
  planId: string,
  id: string,
): Operation {
  const { item, decision } = answer;
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
    { method: "PATCH", path: pathOf(item), body: { decision, justification } },
  );
}

function pathOf({ reviewId, instanceId, id }: ReviewItem): string {
  return `${instancePath(reviewId, instanceId)}/decisions/${encodeURIComponent(id)}`;
}

function reasonOf(justification: string): string {
  const words = justification.trim();
  return words === "" ? NO_JUSTIFICATION : words;
}

function labelOf({ principal }: ReviewItem, guest: NamedGuest): string {
  const names = [guest.displayName, principal.userPrincipalName];
  return names.find((name) => name !== null && name !== "") ?? principal.id;
}

function guestOf({ principal }: ReviewItem, candidate: Candidate | undefined): NamedGuest {
  const { id } = principal;
  if (candidate === undefined) return { id, displayName: principal.displayName ?? "", mail: null };
  const { displayName, mail } = candidate.guest;
  return { id, displayName, mail };
}
