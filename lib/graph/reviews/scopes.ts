import type { IntentKind } from "@/lib/domain/intent";

/** https://learn.microsoft.com/graph/api/accessreviewset-list-definitions#permissions */
export const REVIEW_READ_SCOPES = ["AccessReview.Read.All"] as const;

/** https://learn.microsoft.com/graph/api/accessreviewset-post-definitions#permissions */
export const REVIEW_WRITE_SCOPES = ["AccessReview.ReadWrite.All"] as const;

/** https://learn.microsoft.com/graph/api/group-post-groups#permissions */
const GROUP_CREATE_SCOPES = ["Group.ReadWrite.All"] as const;

/** https://learn.microsoft.com/graph/api/group-post-members#permissions */
const MEMBER_WRITE_SCOPES = ["GroupMember.ReadWrite.All"] as const;

/** The delegated permissions that sending an intent of this kind needs. */
export function scopesToSend(kind: IntentKind): readonly string[] {
  switch (kind) {
    case "create-group":
      return GROUP_CREATE_SCOPES;
    case "add-member":
    case "remove-member":
      return MEMBER_WRITE_SCOPES;
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
      return REVIEW_WRITE_SCOPES;
  }
}
