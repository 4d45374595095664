import type { IntentKind } from "@/lib/domain/intent";
import { SCOPES_TO_READ_STATE } from "@/lib/graph/acts/read-state";

const READ_REVIEWS = "AccessReview.Read.All";
const WRITE_REVIEWS = "AccessReview.ReadWrite.All";
const READ_GROUPS = "GroupMember.Read.All";

/**
 * The least delegated permissions of Graph that an intent needs to be carried out, with those to look before and
 * after: https://learn.microsoft.com/graph/api/resources/accessreviewsv2-overview#role-and-permission-authorization-checks,
 * https://learn.microsoft.com/graph/api/group-post-groups, https://learn.microsoft.com/graph/api/group-post-members
 * and https://learn.microsoft.com/graph/api/group-delete-members
 */
export function scopesForIntent(kind: IntentKind): readonly string[] {
  switch (kind) {
    case "create-review":
    case "change-review":
    case "delete-review":
    case "stop-review":
    case "stop-instance":
    case "apply-instance":
    case "reset-instance":
    case "remind-reviewers":
    case "accept-recommendations":
    case "answer-item":
      return [READ_REVIEWS, WRITE_REVIEWS];
    case "create-group":
      return [READ_GROUPS, "Group.ReadWrite.All"];
    case "add-member":
    case "remove-member":
      return [...SCOPES_TO_READ_STATE, READ_GROUPS, "GroupMember.ReadWrite.All"];
  }
}
