import type { Operation, OperationKind } from "@/lib/domain/operation";
import { addMember } from "./group/add-member";
import { createGroup } from "./group/create-group";
import { removeMember } from "./group/remove-member";
import { block } from "./guest/block";
import { keep } from "./guest/keep";
import { remove } from "./guest/remove";
import { resend } from "./guest/resend";
import { restore } from "./guest/restore";
import { unblock } from "./guest/unblock";
import type {
  LaterStep,
  OperationHandler,
  OperationLabels,
  StepHandler,
} from "./operation-handler";
import { acceptRecommendations } from "./review/accept-recommendations";
import { answerItem } from "./review/answer-item";
import { applyInstance } from "./review/apply-instance";
import { changeReview } from "./review/change-review";
import { createReview } from "./review/create-review";
import { deleteReview } from "./review/delete-review";
import { remindReviewers } from "./review/remind-reviewers";
import { resetInstance } from "./review/reset-instance";
import { stopInstance } from "./review/stop-instance";
import { stopReview } from "./review/stop-review";

/** Every kind of operation with its handler. `docs/contributing/add-an-operation.md` says what a new kind needs. */
const HANDLERS: Readonly<Record<OperationKind, OperationHandler>> = {
  keep,
  block,
  unblock,
  remove,
  restore,
  resend,
  "create-review": createReview,
  "change-review": changeReview,
  "delete-review": deleteReview,
  "stop-review": stopReview,
  "stop-instance": stopInstance,
  "apply-instance": applyInstance,
  "reset-instance": resetInstance,
  "remind-reviewers": remindReviewers,
  "accept-recommendations": acceptRecommendations,
  "answer-item": answerItem,
  "create-group": createGroup,
  "add-member": addMember,
  "remove-member": removeMember,
};

/** The handler of one kind. */
export function handlerOf(kind: OperationKind): OperationHandler {
  return HANDLERS[kind];
}

/** A step that follows on the first one of this kind; undefined where there is none of this name. */
export function laterStepOf(kind: OperationKind, name: string): LaterStep | undefined {
  return HANDLERS[kind].laterSteps?.[name];
}

/** The handler of one step: the kind's own of its first one. */
export function stepHandlerOf(kind: OperationKind, name: string): StepHandler {
  return laterStepOf(kind, name) ?? HANDLERS[kind];
}

/** What people read of one operation: of a second try of its last steps, what they read of those. */
export function labelsOfOperation({
  kind,
  steps,
}: Pick<Operation, "kind" | "steps">): OperationLabels {
  const [first] = steps;
  return (first && laterStepOf(kind, first.name)?.labels) ?? labelsOf(kind);
}

/** What people read of one kind. */
export function labelsOf(kind: OperationKind): OperationLabels {
  return HANDLERS[kind].labels;
}
