import { stop } from "../../state/access-reviews/go-on.ts";
import { decisionsOf, nextStage } from "../../state/access-reviews/stages.ts";
import type { Stage } from "../../state/access-reviews/rows.ts";
import { selectedOf } from "../audit-logs/selected-of.ts";
import { bodyOf } from "../directory-objects/json-body.ts";
import type { Answer, Call, Endpoint } from "../endpoint.ts";
import { badRequest } from "../errors.ts";
import { appoint } from "./change-instance.ts";
import { listReviewRows, reviewListOptions } from "./list-review-rows.ts";
import { noteReview } from "./note-review.ts";
import { readPanel } from "./read-reviewers.ts";
import { refuseUnlicensed } from "./review-licence.ts";
import { stageResource } from "./review-resources.ts";
import {
  instanceOf,
  readableInstance,
  readScopes,
  refuseUnlessWriter,
  writeScopes,
} from "./review-rights.ts";
import { begunStages, stageOf } from "./stage-of.ts";

const path =
  "/identityGovernance/accessReviews/definitions/{definitionId}/instances/{instanceId}/stages";
const names = ["id", "startDateTime", "endDateTime", "status", "reviewers", "fallbackReviewers"];

function showStage({ id, startAt, endAt, status, asRequested }: Stage): Record<string, unknown> {
  return {
    id,
    startDateTime: new Date(startAt).toISOString(),
    endDateTime: new Date(endAt).toISOString(),
    status,
    ...asRequested,
  };
}

const listStages: Endpoint = {
  method: "GET",
  path,
  documentation: "https://learn.microsoft.com/graph/api/accessreviewinstance-list-stages",
  scopes: readScopes,
  guestsToo: true,
  options: reviewListOptions,
  answer(call) {
    const { definition, instance } = readableInstance(call);
    const context = `identityGovernance/accessReviews/definitions('${definition.id}')/instances('${instance.id}')/stages`;
    return listStageRows(call, context, () => begunStages(instance));
  },
};

const listMyStages: Endpoint = {
  method: "GET",
  path: `${path}/filterByCurrentUser(on='reviewer')`,
  documentation: "https://learn.microsoft.com/graph/api/accessreviewstage-filterbycurrentuser",
  scopes: readScopes,
  guestsToo: true,
  options: reviewListOptions,
  answer(call) {
    refuseUnlicensed(call);
    const { instance } = instanceOf(call);
    const { userId } = call.caller;
    const isMine = (stage: Stage) =>
      decisionsOf(instance, stage).some(({ reviewerIds }) => reviewerIds.has(userId));
    const rows = () => begunStages(instance).filter(isMine);
    return listStageRows(call, "Collection(accessReviewStage)", rows);
  },
};

function listStageRows(call: Call, context: string, rows: () => readonly Stage[]): Answer {
  return listReviewRows(call, { context, rows, shown: showStage, names, resource: stageResource });
}

const getStage: Endpoint = {
  method: "GET",
  path: `${path}/{stageId}`,
  documentation: "https://learn.microsoft.com/graph/api/accessreviewstage-get",
  scopes: readScopes,
  guestsToo: true,
  options: ["$select"],
  answer(call) {
    const { instance } = readableInstance(call);
    const shown = selectedOf(call, stageResource.type, showStage, new Set(names));
    return { status: 200, body: shown(stageOf(call, instance)) };
  },
};

const updateStage: Endpoint = {
  method: "PATCH",
  path: `${path}/{stageId}`,
  documentation: "https://learn.microsoft.com/graph/api/accessreviewstage-update",
  scopes: writeScopes,
  answer(call) {
    refuseUnlessWriter(call);
    const { definition, instance } = instanceOf(call);
    const stage = stageOf(call, instance);
    refuseUnlessStageRuns(stage);
    const body = bodyOf(call, names);
    appoint(call, instance, readPanel(call.tenant.directory, { ...stage.asRequested, ...body }));
    const kind = "review-reviewers-changed";
    const activity = "Update access review";
    const targetId = stage.id;
    noteReview(call, { activity, operationType: "Update", kind, definition, targetId });
    return { status: 204 };
  },
};

const stopStage: Endpoint = {
  method: "POST",
  path: `${path}/{stageId}/stop`,
  documentation: "https://learn.microsoft.com/graph/api/accessreviewstage-stop",
  scopes: writeScopes,
  answer(call) {
    refuseUnlessWriter(call);
    const { definition, instance } = instanceOf(call);
    const stage = stageOf(call, instance);
    refuseUnlessStageRuns(stage);
    const { directory, clock } = call.tenant;
    const isLast = instance.stages.at(-1) === stage;
    if (isLast) stop(directory, instance, clock.now());
    else nextStage(directory, instance, clock.now());
    const kind = "review-stage-stopped";
    const activity = "Stop access review";
    const targetId = stage.id;
    noteReview(call, { activity, operationType: "Update", kind, definition, targetId });
    return { status: 204 };
  },
};

function refuseUnlessStageRuns({ status }: Stage): void {
  if (status === "InProgress") return;
  throw badRequest(`The stage is not in progress: its status is '${status}'.`);
}

/** The stages of an instance: reading them, exchanging their reviewers and ending them. */
export const stageEndpoints: readonly Endpoint[] = [
  listStages,
  listMyStages,
  getStage,
  updateStage,
  stopStage,
];
