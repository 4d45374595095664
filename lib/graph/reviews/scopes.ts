import type { IntentKind } from "@/lib/domain/intent";

/** https://learn.microsoft.com/graph/api/accessreviewset-list-definitions#permissions */
export const REVIEW_READ_SCOPES = ["AccessReview.Read.All"] as const;

/** https://learn.microsoft.com/graph/api/accessreviewset-post-definitions#permissions */
export const REVIEW_WRITE_SCOPES = ["AccessReview.ReadWrite.All"] as const;

/** What of the directory an intent changes; what it may read and write follows from that. */
export type Touched = "reviews" | "groups" | "members";

/** What of the directory intents of this kind change. */
export function touchedBy(kind: IntentKind): Touched {
  switch (kind) {
    case "create-group":
      return "groups";
    case "add-member":
    case "remove-member":
      return "members";
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
      return "reviews";
  }
}

const TO_SEND: Readonly<Record<Touched, readonly string[]>> = {
  reviews: REVIEW_WRITE_SCOPES,
  /** https://learn.microsoft.com/graph/api/group-post-groups#permissions */
  groups: ["Group.ReadWrite.All"],
  /** https://learn.microsoft.com/graph/api/group-post-members#permissions */
  members: ["GroupMember.ReadWrite.All"],
};

/** The delegated permissions that sending an intent of this kind needs. */
export function scopesToSend(kind: IntentKind): readonly string[] {
  return TO_SEND[touchedBy(kind)];
}
