import { selectedOf } from "../audit-logs/selected-of.ts";
import type { Endpoint } from "../endpoint.ts";
import { listReviewRows, reviewListOptions } from "./list-review-rows.ts";
import { type InstanceRow, instanceResource } from "./review-resources.ts";
import { refuseUnlicensed } from "./review-licence.ts";
import {
  definitionOf,
  isReviewer,
  readableDefinition,
  readableInstance,
  readableInstances,
  readScopes,
} from "./review-rights.ts";
import { showInstance } from "./show-definition.ts";

const path = "/identityGovernance/accessReviews/definitions/{definitionId}/instances";
const contextOf = (definitionId: string) =>
  `identityGovernance/accessReviews/definitions('${definitionId}')/instances`;

const names = [
  ...["id", "startDateTime", "endDateTime", "status", "scope"],
  ...["reviewers", "fallbackReviewers"],
];
const shownRow = ({ definition, instance }: InstanceRow) => showInstance(definition, instance);

const listInstances: Endpoint = {
  method: "GET",
  path,
  documentation:
    "https://learn.microsoft.com/graph/api/accessreviewscheduledefinition-list-instances",
  scopes: readScopes,
  guestsToo: true,
  options: reviewListOptions,
  answer(call) {
    const definition = readableDefinition(call);
    const rows = () =>
      readableInstances(call, definition).map((instance) => ({
        id: instance.id,
        definition,
        instance,
      }));
    const context = contextOf(definition.id);
    return listReviewRows(call, {
      context,
      rows,
      shown: shownRow,
      names,
      resource: instanceResource,
    });
  },
};

const listMyInstances: Endpoint = {
  method: "GET",
  path: `${path}/filterByCurrentUser(on='reviewer')`,
  documentation: "https://learn.microsoft.com/graph/api/accessreviewinstance-filterbycurrentuser",
  scopes: readScopes,
  guestsToo: true,
  options: reviewListOptions,
  answer(call) {
    refuseUnlicensed(call);
    const definition = definitionOf(call);
    const rows = () =>
      [...definition.instances.values()]
        .filter((instance) => isReviewer(call, instance))
        .map((instance) => ({ id: instance.id, definition, instance }));
    const context = "Collection(accessReviewInstance)";
    return listReviewRows(call, {
      context,
      rows,
      shown: shownRow,
      names,
      resource: instanceResource,
    });
  },
};

const getInstance: Endpoint = {
  method: "GET",
  path: `${path}/{instanceId}`,
  documentation: "https://learn.microsoft.com/graph/api/accessreviewinstance-get",
  scopes: readScopes,
  guestsToo: true,
  options: ["$select"],
  answer(call) {
    const { definition, instance } = readableInstance(call);
    const row = { id: instance.id, definition, instance };
    const shown = selectedOf(call, instanceResource.type, shownRow, new Set(names));
    const context = `${call.root}/$metadata#${contextOf(definition.id)}/$entity`;
    return { status: 200, body: { "@odata.context": context, ...shown(row) } };
  },
};

const listContactedReviewers: Endpoint = {
  method: "GET",
  path: `${path}/{instanceId}/contactedReviewers`,
  documentation:
    "https://learn.microsoft.com/graph/api/accessreviewinstance-list-contactedreviewers",
  scopes: readScopes,
  guestsToo: true,
  options: ["$top", "$skip", "$select", "$count"],
  answer(call) {
    const { definition, instance } = readableInstance(call);
    return listReviewRows(call, {
      context: `${contextOf(definition.id)}('${instance.id}')/contactedReviewers`,
      rows: () => [...instance.contacted.values()],
      shown: ({ id, displayName, userPrincipalName, at }) => ({
        ...{ id, displayName, userPrincipalName, createdDateTime: at },
      }),
      names: ["id", "displayName", "userPrincipalName", "createdDateTime"],
      resource: { name: "accessReviewReviewer", type: "accessReviewReviewer", properties: {} },
    });
  },
};

/** The instances of a series as they are read. */
export const instanceEndpoints: readonly Endpoint[] = [
  listInstances,
  listMyInstances,
  getInstance,
  listContactedReviewers,
];
