import { CLOCK_SKEW_MILLISECONDS } from "@/lib/domain/time";
import type { Shown } from "@/lib/domain/resolve-outcome";
import type { Json } from "@/lib/domain/json";
import type { ExecutionRecord, OperationHandler } from "../operation-handler";
import { observedOutcome } from "../outcomes";
import { REVIEW } from "../request-target";
import { hasEnded, REVIEW_OPERATION } from "./review-operation";
import { changedMeanwhile, settingsNotStored } from "./changed-meanwhile";
import { matchesRequestedBody } from "./matches-requested-body";

/**
 * A review is changed by sending the whole of it; what is the same as before is sent along. What somebody else has
 * changed since the plan saw it is not overwritten.
 */
export const changeReview: OperationHandler = {
  ...REVIEW_OPERATION,
  labels: {
    verb: "Change review",
    doing: "Changing the review",
    name: "Change access review",
    done: "Review changed",
    changes: "Later instances use the changed settings. A started instance doesn't change.",
    notDone: "The review stays as it was.",
  },
  request: { method: "PUT", path: REVIEW },
  auditActivity: "not-known",
  async precheck({ target, readings, plannedFrom, execution }) {
    const review = await readings.review(target);
    if (review === null)
      return { outcome: observedOutcome("failed", "The review no longer exists.") };
    if (hasEnded(review)) {
      return {
        outcome: observedOutcome("refused", "The series has ended and can't be changed."),
      };
    }
    const body = requestedBody(execution);
    if (matchesRequestedBody(body, review.asGiven))
      return { outcome: observedOutcome("already-so", null) };
    const lost = plannedFrom === null ? [] : changedMeanwhile(plannedFrom, review.asGiven, body);
    if (lost.length === 0) return { outcome: null, snapshot: { review } };
    const detail = `Somebody changed it in the meantime, and this would overwrite: ${lost.join(", ")}.`;
    return { outcome: observedOutcome("refused", detail) };
  },
  async verify({ target, readings, execution }): Promise<Shown> {
    const review = await readings.review(target);
    if (review === null) return "unclear";
    if (matchesRequestedBody(requestedBody(execution), review.asGiven)) return "shown";
    // Right after it was sent, whatever else is there is not what was asked for.
    if (execution.snapshot?.review !== undefined) return "not-shown";
    const changed = review.asGiven.lastModifiedDateTime;
    const changedAt = typeof changed === "string" ? Date.parse(changed) : Number.NaN;
    return changedAt < execution.recordedAt - CLOCK_SKEW_MILLISECONDS ? "not-shown" : "unclear";
  },
  async notStored({ target, readings, execution }) {
    const review = await readings.review(target);
    return review === null ? [] : settingsNotStored(requestedBody(execution), review.asGiven);
  },
};

function requestedBody({ step }: ExecutionRecord): Json {
  return step.request?.body ?? null;
}
