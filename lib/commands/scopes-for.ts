import type { DecisionKind } from "@/lib/domain/decision";

/** What every act reads just before and after it: the guest, and whether they hold a directory role. */
export const SCOPES_TO_READ_BACK = ["User.Read.All", "Directory.Read.All"] as const;

/**
 * The least delegated permissions of Graph that a decision needs to be carried out:
 * https://learn.microsoft.com/graph/permissions-reference
 */
export function scopesFor(kind: DecisionKind): readonly string[] {
  switch (kind) {
    case "keep":
      return [];
    case "block":
      return [...SCOPES_TO_READ_BACK, "User.EnableDisableAccount.All", "User.RevokeSessions.All"];
    case "unblock":
      return [...SCOPES_TO_READ_BACK, "User.EnableDisableAccount.All"];
    case "remove":
    case "restore":
      return [...SCOPES_TO_READ_BACK, "User.DeleteRestore.All"];
    case "resend":
      return [...SCOPES_TO_READ_BACK, "User.Invite.All"];
  }
}
