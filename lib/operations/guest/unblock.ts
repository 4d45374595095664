import { SCOPES_TO_SET_ENABLED, setEnabled } from "@/lib/graph/acts/set-enabled";
import { guestOperation } from "./guest-operation";

/** Allows sign-in again: https://learn.microsoft.com/graph/api/user-update */
export const unblock = guestOperation({
  kind: "unblock",
  labels: {
    verb: "Unblock",
    name: "Unblock sign-in",
    done: "Unblocked",
    changes: "Sign-in is allowed again. It can be undone.",
    notDone: "Sign-in stays blocked.",
  },
  scopes: SCOPES_TO_SET_ENABLED,
  activity: "Enable account",
  send: async ({ guestId, operationId, services }) => ({
    requestId: await setEnabled(services.graph, guestId, true, operationId),
  }),
  isApplied: (state) => state.kind === "guest" && state.enabled,
});
