import { decisionsOf } from "../../state/access-reviews/stages.ts";
import type { Decision, Definition, Instance } from "../../state/access-reviews/rows.ts";
import { bodyOf } from "../directory-objects/json-body.ts";
import type { Answer, Call, Endpoint } from "../endpoint.ts";
import { badRequest, forbidden, notFound } from "../errors.ts";
import { selectedOf } from "../audit-logs/selected-of.ts";
import { decide, readVerdict, refuseUnlessRunning } from "./decide.ts";
import { listReviewRows, reviewListOptions } from "./list-review-rows.ts";
import { decisionResource } from "./review-resources.ts";
import { refuseUnlicensed } from "./review-licence.ts";
import {
  instanceOf,
  readableInstance,
  readScopes,
  readsAll,
  writeScopes,
} from "./review-rights.ts";
import { showDecision, showInsights } from "./show-decision.ts";
import { stageOf } from "./stage-of.ts";

const path =
  "/identityGovernance/accessReviews/definitions/{definitionId}/instances/{instanceId}/decisions";
const options = [...reviewListOptions, "$expand"];

const names = [
  ...["id", "accessReviewId", "reviewedDateTime", "decision", "justification", "appliedDateTime"],
  ...["applyResult", "recommendation", "principalLink", "resourceLink", "resource", "reviewedBy"],
  ...["appliedBy", "principal", "insights"],
];

/** Reviewers see their own items. The review's creator and readers of all reviews see every item. */
export function visible(
  call: Call,
  { definition, instance }: { definition: Definition; instance: Instance },
  decisions: readonly Decision[] = instance.decisions,
): readonly Decision[] {
  if (readsAll(call) || definition.createdBy.id === call.caller.userId) return decisions;
  return decisions.filter((decision) => isMine(call, decision));
}

function isMine({ caller }: Call, { reviewerIds, reviewedBy }: Decision): boolean {
  return reviewerIds.has(caller.userId) || reviewedBy?.id === caller.userId;
}

/** Lists decision items with what their recommendations rest on where that is asked for. */
export function listDecisionRows(
  call: Call,
  { definition, instance }: { definition: Definition; instance: Instance },
  rows: () => readonly Decision[],
): Answer {
  const context = `identityGovernance/accessReviews/definitions('${definition.id}')/instances('${instance.id}')/decisions`;
  const shown = shownIn(call, instance);
  return listReviewRows(call, { context, rows, shown, names, resource: decisionResource });
}

function shownIn(call: Call, instance: Instance): (row: Decision) => Record<string, unknown> {
  const expand = call.query.get("$expand");
  if (expand !== null && expand !== "insights") {
    throw badRequest(`Only 'insights' can be expanded, not '${expand}'.`);
  }
  return (row) => ({
    ...showDecision(row, instance.id, call.root),
    ...(expand === null ? {} : { insights: showInsights(row, instance.startAt) }),
  });
}

const listDecisions: Endpoint = {
  method: "GET",
  path,
  documentation: "https://learn.microsoft.com/graph/api/accessreviewinstance-list-decisions",
  scopes: readScopes,
  guestsToo: true,
  options,
  answer(call) {
    const found = readableInstance(call);
    return listDecisionRows(call, found, () => visible(call, found));
  },
};

const listMyDecisions: Endpoint = {
  method: "GET",
  path: `${path}/filterByCurrentUser(on='reviewer')`,
  documentation:
    "https://learn.microsoft.com/graph/api/accessreviewinstancedecisionitem-filterbycurrentuser",
  scopes: readScopes,
  guestsToo: true,
  options,
  answer(call) {
    refuseUnlicensed(call);
    const found = instanceOf(call);
    const { userId } = call.caller;
    const isMyTask = ({ reviewerIds }: Decision) => reviewerIds.has(userId);
    return listDecisionRows(call, found, () => found.instance.decisions.filter(isMyTask));
  },
};

const getDecision: Endpoint = {
  method: "GET",
  path: `${path}/{decisionId}`,
  documentation: "https://learn.microsoft.com/graph/api/accessreviewinstancedecisionitem-get",
  scopes: readScopes,
  guestsToo: true,
  options: ["$select", "$expand"],
  answer(call) {
    const { instance, decision } = readableDecision(call);
    const show = shownIn(call, instance);
    const shown = selectedOf(call, decisionResource.type, show, new Set(names));
    const context = `${call.root}/$metadata#identityGovernance/accessReviews/definitions('${instance.definitionId}')/instances('${instance.id}')/decisions/$entity`;
    return { status: 200, body: { "@odata.context": context, ...shown(decision) } };
  },
};

const listInsights: Endpoint = {
  method: "GET",
  path: `${path}/{decisionId}/insights`,
  documentation: "https://learn.microsoft.com/graph/api/resources/governanceinsight",
  scopes: readScopes,
  guestsToo: true,
  answer(call) {
    const { instance, decision } = readableDecision(call);
    const value = showInsights(decision, instance.startAt);
    const context = `${call.root}/$metadata#Collection(governanceInsight)`;
    return { status: 200, body: { "@odata.context": context, value } };
  },
};

const updateDecision: Endpoint = {
  method: "PATCH",
  path: `${path}/{decisionId}`,
  documentation: "https://learn.microsoft.com/graph/api/accessreviewinstancedecisionitem-update",
  scopes: writeScopes,
  guestsToo: true,
  answer(call) {
    refuseUnlicensed(call);
    const { definition, instance } = instanceOf(call);
    const decision = decisionOf(call, instance);
    // Not even a Global Administrator decides for a reviewer.
    if (!decision.reviewerIds.has(call.caller.userId)) throw forbidden();
    refuseUnlessRunning(instance);
    const body = bodyOf(call, ["decision", "justification", ...names]);
    decide(call, definition, decision, readVerdict(body, instance));
    return { status: 204 };
  },
};

function readableDecision(call: Call): { instance: Instance; decision: Decision } {
  const found = readableInstance(call);
  const decision = decisionOf(call, found.instance);
  if (!visible(call, found).includes(decision)) throw forbidden();
  return { instance: found.instance, decision };
}

function decisionOf(call: Call, instance: Instance): Decision {
  const id = call.params.decisionId ?? "";
  const decision = instance.decisions.find((each) => each.id === id.toLowerCase());
  if (!decision) throw notFound(id);
  return decision;
}

const listStageDecisions: Endpoint = {
  method: "GET",
  path: "/identityGovernance/accessReviews/definitions/{definitionId}/instances/{instanceId}/stages/{stageId}/decisions",
  documentation: "https://learn.microsoft.com/graph/api/accessreviewstage-list-decisions",
  scopes: readScopes,
  guestsToo: true,
  options,
  answer(call) {
    const found = readableInstance(call);
    const stage = stageOf(call, found.instance);
    return listDecisionRows(call, found, () =>
      visible(call, found, decisionsOf(found.instance, stage)),
    );
  },
};

/** What is decided about each person: reading it, and deciding. */
export const decisionEndpoints: readonly Endpoint[] = [
  listDecisions,
  listMyDecisions,
  getDecision,
  listInsights,
  updateDecision,
  listStageDecisions,
];
