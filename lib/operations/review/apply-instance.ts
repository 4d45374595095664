import { type OperationHandler, precheckPassed } from "../operation-handler";
import { observedOutcome } from "../outcomes";
import { INSTANCE } from "../request-target";
import { gone, hasEnded, hasNotBegun, REVIEW_OPERATION } from "./review-operation";

/** How long the service may take to begin applying; Microsoft publishes no number. */
const SLOW_MILLISECONDS = 60 * 60_000;

/** Applies what was decided in an instance that has ended and does not apply itself. */
export const applyInstance: OperationHandler = {
  ...REVIEW_OPERATION,
  labels: {
    verb: "Apply decisions",
    doing: "Applying decisions",
    name: "Apply decisions",
    done: "Decisions applied",
    changes:
      "Microsoft Entra removes the access of everyone who was denied in this instance. It cannot be undone as a whole.",
    notDone: "The decisions were not applied.",
  },
  request: { method: "POST", path: `${INSTANCE}/applyDecisions` },
  auditActivity: "cannot-be-undone",
  async precheck({ target, readings, since }) {
    const instance = await readings.instance(target, since);
    if (instance === null) return { outcome: gone };
    const { status } = instance;
    if (status === "Applying" || status === "Applied")
      return { outcome: observedOutcome("already-so", null) };
    const waits = status === "Completed" || status === "AutoReviewed";
    if (waits || (!hasEnded(instance) && !hasNotBegun(instance) && status !== "InProgress")) {
      return precheckPassed;
    }
    const why = `Decisions are applied once the instance has ended: its status is ${status}.`;
    return { outcome: observedOutcome("refused", why) };
  },
  async verify({ target, readings, since, execution, services }) {
    const instance = await readings.instance(target, since);
    if (instance === null) return "unclear";
    if (instance.status === "Applying" || instance.status === "Applied") return "shown";
    // Who did not send it does not know by this clock how long ago that was.
    if (execution.snapshot === null) return "unclear";
    return services.clock.now() - execution.recordedAt < SLOW_MILLISECONDS
      ? "unclear"
      : "not-shown";
  },
};
