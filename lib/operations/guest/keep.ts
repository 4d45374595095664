import type { OperationHandler } from "../operation-handler";
import { notAttempted } from "../outcomes";

/** Records that a guest stays. Nothing is sent: the decision is all there is to it. */
export const keep: OperationHandler = {
  labels: {
    verb: "Keep",
    name: "Keep",
    done: "Kept",
    changes: "Nothing changes in the directory: the decision is recorded in the history.",
    notDone: "The decision was not recorded.",
  },
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
