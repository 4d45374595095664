import { type OperationHandler, precheckPassed } from "../operation-handler";
import { INSTANCE } from "../request-target";
import { REVIEW_OPERATION, whyNotRunning } from "./review-operation";

/** A mail leaves nothing to look at. */
export const remindReviewers: OperationHandler = {
  ...REVIEW_OPERATION,
  labels: {
    verb: "Remind reviewers",
    doing: "Reminding reviewers",
    name: "Remind reviewers",
    done: "Reminder sent",
    changes: "Microsoft mails every reviewer who hasn't answered. A sent mail can't be undone.",
    notDone: "No reminder was sent.",
  },
  request: { method: "POST", path: `${INSTANCE}/sendReminder` },
  auditActivity: "not-known",
  verificationMode: "none",
  attribution: "none",
  mayRepeat: false,
  lagMilliseconds: null,
  async precheck({ target, readings, since }) {
    const outcome = whyNotRunning(await readings.instance(target, since));
    return outcome === null ? precheckPassed : { outcome };
  },
  verify: () => Promise.resolve("unclear"),
};
