import { type OperationHandler, precheckPassed } from "../operation-handler";
import { observedOutcome } from "../outcomes";
import { REVIEW } from "../request-target";
import { REVIEW_OPERATION } from "./review-operation";

/** What is deleted is not found any more. */
export const deleteReview: OperationHandler = {
  ...REVIEW_OPERATION,
  labels: {
    verb: "Delete review",
    doing: "Deleting the review",
    name: "Delete access review",
    done: "Review deleted",
    changes:
      "The review, its instances and all decisions in it are deleted in Microsoft Entra, and no later instance starts. Results in the history stay. It can't be undone.",
    notDone: "The review was not deleted.",
  },
  request: { method: "DELETE", path: REVIEW },
  auditActivity: "cannot-be-undone",
  async precheck({ target, readings }) {
    const gone = (await readings.review(target)) === null;
    return gone ? { outcome: observedOutcome("already-so", null) } : precheckPassed;
  },
  verify: async ({ target, readings }) =>
    (await readings.review(target)) === null ? "shown" : "not-shown",
};
