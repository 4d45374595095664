import type { Shown } from "@/lib/domain/resolve-outcome";
import { operationIdIn } from "@/lib/domain/reviews/marker";
import { ROLE_HOLDER_SCOPES } from "@/lib/graph/roles/role-readings";
import {
  CREATION_LAG_MILLISECONDS,
  type OperationContext,
  type OperationHandler,
  precheckPassed,
} from "../operation-handler";
import { notAttempted, observedOutcome } from "../outcomes";
import { bodyPartsOf, REVIEWS } from "../request-target";
import { REVIEW_OPERATION } from "./review-operation";

/**
 * The description of a review for administrators ends with the mark of the operation that makes it. It is looked for
 * before anything is sent, so that one operation never makes two.
 */
export const createReview: OperationHandler = {
  ...REVIEW_OPERATION,
  // Before it is created, those are looked for whom it may take access from and who hold a role.
  scopes: {
    ...REVIEW_OPERATION.scopes,
    read: [...REVIEW_OPERATION.scopes.read, ...ROLE_HOLDER_SCOPES],
  },
  labels: {
    verb: "Create review",
    doing: "Creating reviews",
    name: "Create access review",
    done: "Review created",
    changes:
      "Microsoft Entra creates the access review and starts it on its first day. Nobody loses access before an instance has ended.",
    notDone: "The review was not created.",
  },
  request: { method: "POST", path: REVIEWS },
  auditActivity: { activity: "Create access review", target: "unknown" },
  verificationMode: "each",
  attribution: "marked",
  mayRepeat: true,
  lagMilliseconds: CREATION_LAG_MILLISECONDS,
  async precheck(context) {
    const { descriptionForAdmins } = bodyPartsOf(context.execution.step.request);
    const mark =
      typeof descriptionForAdmins === "string" ? operationIdIn(descriptionForAdmins) : null;
    if (mark !== context.operation.id.toLowerCase()) {
      return { outcome: notAttempted("the request does not bear the mark of its operation.") };
    }
    return (await find(context)) ? { outcome: observedOutcome("done", null) } : precheckPassed;
  },
  async verify(context): Promise<Shown> {
    const created = context.created.get(context.execution.step.id);
    if (created === undefined) return (await find(context)) ? "shown" : "not-shown";
    const review = await context.readings.review({ ...context.target, review: created });
    return review === null ? "not-shown" : "shown";
  },
};

async function find({
  operation,
  execution,
  readings,
  created,
}: OperationContext): Promise<boolean> {
  const found = await readings.markedReviews(operation.id, execution.recordedAt);
  const first = found.at(-1);
  if (first !== undefined) created.set(execution.step.id, first);
  return first !== undefined;
}
