import { guestOperation, SCOPES_TO_SET_ENABLED } from "./guest-operation";

/** Allows sign-in again: https://learn.microsoft.com/graph/api/user-update */
export const unblock = guestOperation({
  kind: "unblock",
  labels: {
    verb: "Unblock",
    doing: "Unblocking",
    name: "Unblock sign-in",
    done: "Unblocked",
    changes:
      "Sign-in is allowed again. It can be undone. A decision of an access review stays as it is.",
    notDone: "Sign-in stays blocked.",
  },
  scopes: SCOPES_TO_SET_ENABLED,
  activity: "Enable account",
  isApplied: (state) => state.kind === "guest" && state.enabled,
});
