import { type OperationHandler, precheckPassed } from "../operation-handler";
import { observedOutcome } from "../outcomes";
import { REVIEW } from "../request-target";
import { hasEnded, REVIEW_OPERATION } from "./review-operation";

/** Ends what runs of a series, and begins no more of it. */
export const stopReview: OperationHandler = {
  ...REVIEW_OPERATION,
  labels: {
    verb: "Stop review",
    doing: "Stopping the review",
    name: "Stop access review",
    done: "Review stopped",
    changes:
      "Running instances end now, undecided items get the default decision, and no later instance starts. A stopped review can't be restarted.",
    notDone: "The review was not stopped.",
  },
  request: { method: "POST", path: `${REVIEW}/stop` },
  auditActivity: "cannot-be-undone",
  async precheck({ target, readings }) {
    const review = await readings.review(target);
    if (review === null)
      return { outcome: observedOutcome("failed", "The review no longer exists.") };
    return hasEnded(review) ? { outcome: observedOutcome("already-so", null) } : precheckPassed;
  },
  async verify({ target, readings }) {
    const review = await readings.review(target);
    if (review === null) return "unclear";
    return hasEnded(review) ? "shown" : "not-shown";
  },
};
