import type { OperationHandler } from "../operation-handler";
import { notAttempted } from "../outcomes";

/** Records the decision that a guest stays. Nothing is sent to Graph. */
export const keep: OperationHandler = {
  labels: {
    verb: "Keep",
    doing: "Keeping",
    name: "Keep",
    done: "Kept",
    changes: "Nothing changes in the directory: the history records that the guest stays.",
    notDone: "Nothing was recorded.",
  },
  sendsNothing: true,
  scopes: { read: [], send: [] },
  roles: [],
  mayWithoutRole: true,
  request: null,
  verificationMode: "none",
  attribution: "none",
  mayRepeat: false,
  lagMilliseconds: null,
  keepsErrorMessage: false,
  auditActivity: "not-known",
  precheck: () => Promise.resolve({ outcome: notAttempted("there is nothing to send.") }),
  verify: () => Promise.resolve("unclear"),
};
