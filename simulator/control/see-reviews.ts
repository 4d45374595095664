import { reviewsOf } from "../state/access-reviews/reviews-of.ts";
import type { Directory } from "../state/directory.ts";
import type { ReviewSeen } from "./control-api.ts";

/** Every access review as it really stands, regardless of who may see it. */
export function seeReviews(directory: Directory): ReviewSeen[] {
  return [...reviewsOf(directory).definitions.values()].map(
    ({ id, shown, createdBy, stopped, instances }) => ({
      id,
      name: String(shown.displayName),
      createdBy: createdBy.id,
      stopped,
      definition: shown,
      instances: [...instances.values()].map((instance) => ({
        id: instance.id,
        status: instance.status,
        group: instance.group?.displayName ?? null,
        startsAt: new Date(instance.startAt).toISOString(),
        endsAt: new Date(instance.endAt).toISOString(),
        decisions: instance.decisions.map((decision) => ({
          id: decision.id,
          principalId: decision.principal.id,
          principal: decision.principal.displayName,
          resourceId: decision.resource.id,
          resource: decision.resource.displayName,
          decision: decision.verdict,
          justification: decision.justification,
          recommendation: decision.recommendation,
          reviewedBy: decision.reviewedBy?.id ?? null,
          applyResult: decision.applyResult,
          reviewerIds: [...decision.reviewerIds],
        })),
      })),
    }),
  );
}
