import type { IntentKind } from "@/lib/domain/intent";
import { SCOPES_TO_READ_STATE } from "@/lib/graph/acts/read-state";
import { REVIEW_READ_SCOPES, scopesToSend, touchedBy } from "@/lib/graph/reviews/scopes";

const READ_GROUPS = "GroupMember.Read.All";

const TO_LOOK = {
  reviews: REVIEW_READ_SCOPES,
  groups: [READ_GROUPS],
  members: [...SCOPES_TO_READ_STATE, READ_GROUPS],
} as const;

/**
 * The least delegated permissions of Graph that an intent needs to be carried out, with those to look before and
 * after: https://learn.microsoft.com/graph/api/resources/accessreviewsv2-overview#role-and-permission-authorization-checks,
 * https://learn.microsoft.com/graph/api/group-post-groups, https://learn.microsoft.com/graph/api/group-post-members
 * and https://learn.microsoft.com/graph/api/group-delete-members
 */
export function scopesForIntent(kind: IntentKind): readonly string[] {
  return [...TO_LOOK[touchedBy(kind)], ...scopesToSend(kind)];
}
