import { stop } from "../../state/access-reviews/go-on.ts";
import type { ReviewerSource } from "../../state/access-reviews/plan.ts";
import type { Call, Endpoint } from "../endpoint.ts";
import { badRequest } from "../errors.ts";
import { noteReview } from "./note-review.ts";
import { readDefinition } from "./read-definition.ts";
import { definitionOf, refuseUnlessWriter, writeScopes } from "./review-rights.ts";

const path = "/identityGovernance/accessReviews/definitions/{definitionId}";

const updateDefinition: Endpoint = {
  method: "PUT",
  path,
  documentation: "https://learn.microsoft.com/graph/api/accessreviewscheduledefinition-update",
  scopes: writeScopes,
  answer(call) {
    refuseUnlessWriter(call);
    const definition = definitionOf(call);
    const { plan, shown } = readDefinition(call);
    refuseOtherId(call, definition.id);
    if (JSON.stringify(plan.scope) !== JSON.stringify(definition.plan.scope)) {
      throw badRequest("The scope of an access review cannot be changed.");
    }
    refuseChangedReviewers(definition.plan.reviewers, plan.reviewers);
    // Instances that have begun keep the plan that they began with, and none begins in the past.
    definition.plan = plan;
    definition.shown = shown;
    const now = call.tenant.clock.now();
    definition.modifiedAt = now;
    if (definition.begunFor !== null) definition.begunFor = Math.max(definition.begunFor, now);
    const activity = "Update access review";
    noteReview(call, { activity, operationType: "Update", kind: "review-updated", definition });
    return { status: 204 };
  },
};

function refuseOtherId({ body }: Call, id: string): void {
  const bodyId = (body as { id?: unknown }).id ?? id;
  if (bodyId !== id) throw badRequest("The 'id' in the body is not the one in the path.");
}

/** Only reviewers named one by one can be exchanged, and only for such. */
function refuseChangedReviewers(
  before: readonly ReviewerSource[],
  after: readonly ReviewerSource[],
): void {
  if (JSON.stringify(before) === JSON.stringify(after)) return;
  const areNamed = (sources: readonly ReviewerSource[]) =>
    sources.length > 0 && sources.every(({ kind }) => kind === "user");
  if (areNamed(before) && areNamed(after)) return;
  throw badRequest("The property 'reviewers' can be updated only between individual users.");
}

const stopDefinition: Endpoint = {
  method: "POST",
  path: `${path}/stop`,
  documentation: "https://learn.microsoft.com/graph/api/accessreviewscheduledefinition-stop",
  scopes: writeScopes,
  answer(call) {
    refuseUnlessWriter(call);
    const definition = definitionOf(call);
    const { directory, clock } = call.tenant;
    if (definition.stopped) throw badRequest("The access review has been stopped already.");
    definition.stopped = true;
    for (const instance of definition.instances.values()) {
      if (instance.status === "InProgress") stop(directory, instance, clock.now());
    }
    const activity = "Stop access review";
    noteReview(call, { activity, operationType: "Update", kind: "review-stopped", definition });
    return { status: 204 };
  },
};

/** Changing a series, which is done with the whole object and never with PATCH, and ending it. */
export const definitionChanges: readonly Endpoint[] = [updateDefinition, stopDefinition];
