import { type OperationHandler, precheckPassed } from "../operation-handler";
import { observedOutcome } from "../outcomes";
import { INSTANCE } from "../request-target";
import { gone, hasEnded, hasNotBegun, REVIEW_OPERATION } from "./review-operation";

/** Ends an instance before its time. */
export const stopInstance: OperationHandler = {
  ...REVIEW_OPERATION,
  labels: {
    verb: "End now",
    doing: "Ending the instance",
    name: "End instance early",
    done: "Instance ended",
    changes:
      "This instance ends now. Undecided items get the default decision, and denied access is removed if the review applies automatically. Later instances take place as planned. It can't be undone.",
    notDone: "The instance was not ended.",
  },
  request: { method: "POST", path: `${INSTANCE}/stop` },
  auditActivity: "cannot-be-undone",
  async precheck({ target, readings, since }) {
    const instance = await readings.instance(target, since);
    if (instance === null) return { outcome: gone };
    if (hasEnded(instance)) return { outcome: observedOutcome("already-so", null) };
    const why = `The instance has not begun: its status is ${instance.status}.`;
    return hasNotBegun(instance) ? { outcome: observedOutcome("refused", why) } : precheckPassed;
  },
  async verify({ target, readings, since }) {
    const instance = await readings.instance(target, since);
    if (instance === null) return "unclear";
    return hasEnded(instance) ? "shown" : "not-shown";
  },
};
