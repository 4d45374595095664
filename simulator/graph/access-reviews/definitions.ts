import { reviewsOf } from "../../state/access-reviews/reviews-of.ts";
import type { Definition } from "../../state/access-reviews/rows.ts";
import { selectedOf } from "../audit-logs/selected-of.ts";
import type { Call, Endpoint } from "../endpoint.ts";
import { forbidden } from "../errors.ts";
import { listReviewRows, reviewListOptions } from "./list-review-rows.ts";
import { noteReview } from "./note-review.ts";
import { readDefinition } from "./read-definition.ts";
import { definitionResource } from "./review-resources.ts";
import { refuseUnlicensed } from "./review-licence.ts";
import {
  definitionOf,
  isReviewer,
  readableDefinition,
  readScopes,
  readsAll,
  refuseUnlessWriter,
  writeScopes,
} from "./review-rights.ts";
import { showDefinition } from "./show-definition.ts";
import { whoCalls } from "./who-calls.ts";

const path = "/identityGovernance/accessReviews/definitions";
const context = "identityGovernance/accessReviews/definitions";

const names = [
  ...["id", "displayName", "createdDateTime", "lastModifiedDateTime", "status", "createdBy"],
  ...["descriptionForAdmins", "descriptionForReviewers", "scope", "instanceEnumerationScope"],
  ...["reviewers", "fallbackReviewers", "settings", "stageSettings", "instances"],
  "additionalNotificationRecipients",
];

const listDefinitions: Endpoint = {
  method: "GET",
  path,
  documentation: "https://learn.microsoft.com/graph/api/accessreviewset-list-definitions",
  scopes: readScopes,
  guestsToo: true,
  options: reviewListOptions,
  answer(call) {
    refuseUnlicensed(call);
    const { definitions } = reviewsOf(call.tenant.directory);
    const { userId } = call.caller;
    const own = [...definitions.values()].filter(({ createdBy }) => createdBy.id === userId);
    if (!readsAll(call) && own.length === 0) throw forbidden();
    const rows = () => (readsAll(call) ? [...definitions.values()] : own).filter(isListed(call));
    const resource = definitionResource;
    return listReviewRows(call, { context, rows, shown: showDefinition, names, resource });
  },
};

/** Lists lag: a new review may be missing from them. */
function isListed({ tenant }: Call): (definition: Definition) => boolean {
  const lag = tenant.conditions.staleReadsMs ?? 0;
  return ({ createdAt }) => tenant.clock.now() - createdAt >= lag;
}

const listMyDefinitions: Endpoint = {
  method: "GET",
  path: `${path}/filterByCurrentUser(on='reviewer')`,
  documentation:
    "https://learn.microsoft.com/graph/api/accessreviewscheduledefinition-filterbycurrentuser",
  scopes: readScopes,
  guestsToo: true,
  options: reviewListOptions,
  answer(call) {
    refuseUnlicensed(call);
    const isMine = ({ instances }: Definition) =>
      [...instances.values()].some((instance) => isReviewer(call, instance));
    return listReviewRows(call, {
      context: "Collection(accessReviewScheduleDefinition)",
      rows: () =>
        [...reviewsOf(call.tenant.directory).definitions.values()]
          .filter(isMine)
          .filter(isListed(call)),
      shown: showDefinition,
      names,
      resource: definitionResource,
    });
  },
};

const getDefinition: Endpoint = {
  method: "GET",
  path: `${path}/{definitionId}`,
  documentation: "https://learn.microsoft.com/graph/api/accessreviewscheduledefinition-get",
  scopes: readScopes,
  guestsToo: true,
  options: ["$select"],
  answer(call) {
    const definition = readableDefinition(call);
    const shown = selectedOf(call, definitionResource.type, showDefinition, new Set(names));
    const odata = { "@odata.context": `${call.root}/$metadata#${context}/$entity` };
    return { status: 200, body: { ...odata, ...shown(definition) } };
  },
};

const createDefinition: Endpoint = {
  method: "POST",
  path,
  documentation: "https://learn.microsoft.com/graph/api/accessreviewset-post-definitions",
  scopes: writeScopes,
  answer(call) {
    refuseUnlessWriter(call);
    const { plan, shown } = readDefinition(call);
    const { directory, clock } = call.tenant;
    const now = clock.now();
    const definition: Definition = {
      id: directory.newId(),
      createdAt: now,
      modifiedAt: now,
      createdBy: whoCalls(call),
      plan,
      shown,
      begunFor: null,
      stopped: false,
      instances: new Map(),
    };
    reviewsOf(directory).definitions.set(definition.id, definition);
    const activity = "Create access review";
    noteReview(call, { activity, operationType: "Add", kind: "review-created", definition });
    const odata = { "@odata.context": `${call.root}/$metadata#${context}/$entity` };
    return { status: 201, body: { ...odata, ...showDefinition(definition) } };
  },
};

const deleteDefinition: Endpoint = {
  method: "DELETE",
  path: `${path}/{definitionId}`,
  documentation: "https://learn.microsoft.com/graph/api/accessreviewscheduledefinition-delete",
  scopes: writeScopes,
  answer(call) {
    refuseUnlessWriter(call);
    const definition = definitionOf(call);
    reviewsOf(call.tenant.directory).definitions.delete(definition.id);
    const activity = "Delete access review";
    noteReview(call, { activity, operationType: "Delete", kind: "review-deleted", definition });
    return { status: 204 };
  },
};

/** Series of access reviews: making, finding, reading and removing them. */
export const definitionEndpoints: readonly Endpoint[] = [
  listDefinitions,
  listMyDefinitions,
  getDefinition,
  createDefinition,
  deleteDefinition,
];
