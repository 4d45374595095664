import { restoreGuest, SCOPES_TO_RESTORE } from "@/lib/graph/acts/restore-guest";
import { guestOperation } from "./guest-operation";

/** Brings a deleted account back: https://learn.microsoft.com/graph/api/directory-deleteditems-restore */
export const restore = guestOperation({
  kind: "restore",
  labels: {
    verb: "Restore",
    name: "Restore",
    done: "Restored",
    changes: "The deleted guest comes back with groups and roles. It can be undone.",
    notDone: "The guest was not restored.",
  },
  scopes: SCOPES_TO_RESTORE,
  activity: "Restore user",
  send: async ({ guestId, operationId, services }) => ({
    requestId: await restoreGuest(services.graph, guestId, operationId),
  }),
  isApplied: ({ kind }) => kind === "guest" || kind === "member",
  restores: true,
});
