import { askReviewers } from "../../state/access-reviews/begin-instance.ts";
import { stageNow } from "../../state/access-reviews/stages.ts";
import type { Instance } from "../../state/access-reviews/rows.ts";
import { bodyOf } from "../directory-objects/json-body.ts";
import type { Call, Endpoint } from "../endpoint.ts";
import { badRequest, conflict } from "../errors.ts";
import { refuseUnlessRunning } from "./decide.ts";
import { noteReview } from "./note-review.ts";
import { objectAt } from "./read-body.ts";
import { type ReadPanel, readPanel } from "./read-reviewers.ts";
import { instanceOf, refuseUnlessWriter, writeScopes } from "./review-rights.ts";
import { showInstance } from "./show-definition.ts";

const names = ["scope", "reviewers", "fallbackReviewers"];
const readOnly = ["id", "startDateTime", "endDateTime", "status"];

const updateInstance: Endpoint = {
  method: "PUT",
  path: "/identityGovernance/accessReviews/definitions/{definitionId}/instances/{instanceId}",
  documentation: "https://learn.microsoft.com/graph/api/accessreviewinstance-update",
  scopes: writeScopes,
  answer(call) {
    refuseUnlessWriter(call);
    const { definition, instance } = instanceOf(call);
    const body = bodyOf(call, [...names, ...readOnly]);
    objectAt(body, "scope");
    refuseUnlessRunning(instance);
    const panel = readPanel(call.tenant.directory, body);
    refuseFewerFallbacks(instance, panel);
    appoint(call, instance, panel);
    const kind = "review-reviewers-changed";
    const activity = "Update access review";
    const targetId = instance.id;
    noteReview(call, { activity, operationType: "Update", kind, definition, targetId });
    return { status: 200, body: showInstance(definition, instance) };
  },
};

/** Fallback reviewers can be added, and not taken away again. */
function refuseFewerFallbacks(instance: Instance, { asRequested }: ReadPanel): void {
  const remaining = new Set(asRequested.fallbackReviewers.map((each) => JSON.stringify(each)));
  if (instance.asRequested.fallbackReviewers.every((each) => remaining.has(JSON.stringify(each))))
    return;
  throw conflict("Conflict", "Fallback reviewers of a running instance cannot be removed.");
}

/** From now on these decide; what was decided already stays. */
export function appoint(call: Call, instance: Instance, { panel, asRequested }: ReadPanel): void {
  if (panel.reviewers.length === 0) throw badRequest("At least one reviewer is required.");
  const { directory, clock } = call.tenant;
  Object.assign(instance, { panel, asRequested });
  const stage = stageNow(instance);
  if (stage) Object.assign(stage, { panel, asRequested });
  const open = stage
    ? instance.decisions.filter(({ reviewerIds }) => reviewerIds.size > 0)
    : instance.decisions;
  askReviewers(directory, instance, open, clock.now());
}

/** Exchanging the reviewers of an instance that runs. */
export const instanceChanges: readonly Endpoint[] = [updateInstance];
