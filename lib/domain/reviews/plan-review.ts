import type { Json } from "../json";
import type { GraphRequest, OperationKind } from "../operation";
import { oneRequest, type Plan, type PlannedOperation, type Planning } from "../plan";
import { definitionBodies, reviewName } from "./definition-body";
import type { ReviewDraft } from "./draft";
import { markerOf } from "./marker";
import type { Review, ReviewInstance } from "./review";

const DEFINITIONS = "/identityGovernance/accessReviews/definitions";

/** The plan that creates the reviews of a draft: one, or one for each chosen group. Each body carries its operation's marker. */
export function planCreate(
  draft: ReviewDraft,
  { reason, mintId }: Planning,
  groupName: (groupId: string) => string | null = () => null,
): Plan {
  const planId = mintId();
  const ids = new Map<string | null, string>();
  const idFor = (groupId: string | null) => {
    const id = ids.get(groupId) ?? mintId();
    ids.set(groupId, id);
    return id;
  };
  const bodies = definitionBodies(draft, (groupId) => markerOf(idFor(groupId)), groupName);
  const operations = bodies.map(({ groupId, body }): PlannedOperation => {
    const id = idFor(groupId);
    const request = { method: "POST", path: DEFINITIONS, body } as const;
    return {
      operation: oneRequest(
        {
          id,
          planId,
          kind: "create-review",
          subject: { type: "review", id },
          guestId: null,
          reason,
        },
        request,
      ),
      label: reviewName(draft, groupId, groupName),
      guest: null,
    };
  });
  return { id: planId, reason, operations, skipped: [] };
}

export const SERIES_KINDS = [
  "change-review",
  "stop-review",
  "delete-review",
] as const satisfies readonly OperationKind[];
export type SeriesKind = (typeof SERIES_KINDS)[number];

/**
 * The plan that changes, stops or deletes a whole review. A change is a PUT of the whole object and concerns instances
 * that have not begun: https://learn.microsoft.com/graph/api/accessreviewscheduledefinition-update
 */
export function planForReview(
  what:
    | { readonly kind: "stop-review" | "delete-review" }
    | {
        readonly kind: "change-review";
        readonly body: Json;
        /** The review as the change was made from it: what others change meanwhile is not to be overwritten. */
        readonly plannedFrom: Review["asGiven"];
      },
  review: Pick<Review, "id" | "name">,
  planning: Planning,
): Plan {
  const path = `${DEFINITIONS}/${review.id}`;
  switch (what.kind) {
    case "stop-review":
      return planOne(
        what.kind,
        review,
        { method: "POST", path: `${path}/stop`, body: null },
        planning,
      );
    case "delete-review":
      return planOne(what.kind, review, { method: "DELETE", path, body: null }, planning);
    case "change-review": {
      const request = { method: "PUT", path, body: what.body } as const;
      return planOne(what.kind, review, request, planning, what.plannedFrom);
    }
  }
}

export const INSTANCE_KINDS = [
  "remind-reviewers",
  "accept-recommendations",
  "reset-instance",
  "stop-instance",
  "apply-instance",
] as const satisfies readonly OperationKind[];
export type InstanceKind = (typeof INSTANCE_KINDS)[number];

/** The action that each kind of operation on one instance is: POST without a body. */
const INSTANCE_ACTIONS: Readonly<Record<InstanceKind, string>> = {
  "stop-instance": "stop",
  "apply-instance": "applyDecisions",
  "reset-instance": "resetDecisions",
  "remind-reviewers": "sendReminder",
  "accept-recommendations": "acceptRecommendations",
};

/** The plan for one instance: https://learn.microsoft.com/graph/api/resources/accessreviewinstance */
export function planForInstance(
  kind: InstanceKind,
  instance: Pick<ReviewInstance, "id">,
  review: Pick<Review, "id" | "name">,
  planning: Planning,
): Plan {
  const path = `${instancePath(review.id, instance.id)}/${INSTANCE_ACTIONS[kind]}`;
  return planOne(kind, review, { method: "POST", path, body: null }, planning);
}

/** Somebody whose membership of a group a review denied and could not end. */
export interface DeniedMember {
  readonly guest: {
    readonly id: string;
    readonly displayName: string;
    readonly mail: string | null;
  };
  /** The group that they are a direct member of. */
  readonly groupId: string;
}

/** The plan that ends memberships: https://learn.microsoft.com/graph/api/group-delete-members */
export function planRemovals(
  deniedMembers: readonly DeniedMember[],
  { reason, mintId }: Planning,
): Plan {
  const planId = mintId();
  return {
    id: planId,
    reason,
    operations: deniedMembers.map(({ guest, groupId }): PlannedOperation => ({
      operation: oneRequest(
        {
          id: mintId(),
          planId,
          kind: "remove-member",
          subject: { type: "group", id: groupId },
          guestId: guest.id,
          reason,
        },
        {
          method: "DELETE",
          path: `/groups/${groupId}/members/${guest.id}/$ref`,
          body: null,
        },
      ),
      label: guest.displayName,
      guest,
    })),
    skipped: [],
  };
}

function planOne(
  kind: SeriesKind | InstanceKind,
  { id, name }: Pick<Review, "id" | "name">,
  request: GraphRequest,
  { reason, mintId }: Planning,
  plannedFrom?: PlannedOperation["plannedFrom"],
): Plan {
  const planId = mintId();
  const operation = oneRequest(
    { id: mintId(), planId, kind, subject: { type: "review", id }, guestId: null, reason },
    request,
  );
  const planned = { operation, label: name, guest: null, ...(plannedFrom && { plannedFrom }) };
  return { id: planId, reason, operations: [planned], skipped: [] };
}

/** Where an instance is in Graph. */
export function instancePath(reviewId: string, instanceId: string): string {
  return `${DEFINITIONS}/${reviewId}/instances/${instanceId}`;
}
