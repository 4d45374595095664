import { sameId } from "@/lib/domain/same-id";
import type { Shown } from "@/lib/domain/resolve-outcome";
import type { ReviewItem } from "@/lib/domain/reviews/review";
import type { OperationHandler } from "../operation-handler";
import { observedOutcome } from "../outcomes";
import { INSTANCE } from "../request-target";
import { REVIEW_OPERATION, whyNotRunning } from "./review-operation";

/** Takes every decision of a running instance back. */
export const resetInstance: OperationHandler = {
  ...REVIEW_OPERATION,
  labels: {
    verb: "Reset decisions",
    doing: "Resetting decisions",
    name: "Reset decisions",
    done: "Decisions reset",
    changes:
      "Every decision of this running instance is reset, and its reviewers start again. Their decisions are lost.",
    notDone: "The decisions were not reset.",
  },
  request: { method: "POST", path: `${INSTANCE}/resetDecisions` },
  auditActivity: "not-known",
  async precheck({ target, readings, since }) {
    const outcome = whyNotRunning(await readings.instance(target, since));
    if (outcome !== null) return { outcome };
    const item = (await readings.items(target, false, since)).find(isDecided);
    return item === undefined
      ? { outcome: observedOutcome("already-so", null) }
      : { outcome: null, snapshot: { item } };
  },
  async verify({ target, readings, execution, since }): Promise<Shown> {
    if ((await readings.instance(target, since)) === null) return "unclear";
    const decided = (await readings.items(target, false, since)).filter(isDecided);
    const before = execution.snapshot?.item;
    // What was decided before the reset and still is, was not reset; what reviewers decide after it says nothing.
    const stands = decided.some(({ id, reviewedAt }) =>
      before === undefined
        ? reviewedAt !== null && reviewedAt < execution.recordedAt
        : sameId(id, before.id) && reviewedAt === before.reviewedAt,
    );
    return stands ? "not-shown" : "shown";
  },
};

function isDecided({ decision }: ReviewItem): boolean {
  return decision !== "NotReviewed";
}
