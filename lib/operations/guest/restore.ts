import { guestOperation, SCOPES_TO_DELETE_OR_RESTORE } from "./guest-operation";

/** Brings a deleted account back: https://learn.microsoft.com/graph/api/directory-deleteditems-restore */
export const restore = guestOperation({
  kind: "restore",
  labels: {
    verb: "Restore",
    doing: "Restoring",
    name: "Restore",
    done: "Restored",
    changes:
      "The guest is restored with groups and roles. It can be undone. A decision of an access review stays as it is.",
    notDone: "The guest was not restored.",
  },
  scopes: SCOPES_TO_DELETE_OR_RESTORE,
  activity: "Restore user",
  isApplied: ({ kind }) => kind === "guest" || kind === "member",
  restores: true,
});
