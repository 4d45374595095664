import { acceptedSince, guestOperation, SCOPES_TO_DELETE_OR_RESTORE } from "./guest-operation";

/** Deletes the account, which can be restored for 30 days: https://learn.microsoft.com/graph/api/user-delete */
export const remove = guestOperation({
  kind: "remove",
  labels: {
    verb: "Remove",
    doing: "Removing",
    name: "Remove",
    done: "Removed",
    changes:
      "The guest is deleted and loses all access. It can be restored for 30 days; then it is gone for good.",
    notDone: "The guest was not removed.",
  },
  scopes: SCOPES_TO_DELETE_OR_RESTORE,
  activity: "Delete user",
  isApplied: ({ kind }) => kind === "deleted" || kind === "absent",
  whyNotLive(state, known) {
    if (acceptedSince(state, known)) return "The invitation was accepted after the plan was made.";
    return !known.enabled && state.enabled
      ? "The account was unblocked after the plan was made."
      : null;
  },
});
