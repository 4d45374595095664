import type { Decision } from "../../state/access-reviews/rows.ts";
import { bodyOf } from "../directory-objects/json-body.ts";
import type { Call, Endpoint } from "../endpoint.ts";
import { badRequest, forbidden } from "../errors.ts";
import { decide, readVerdict, refuseUnlessRunning } from "./decide.ts";
import type { Body } from "./read-body.ts";
import { refuseUnlicensed } from "./review-licence.ts";
import { instanceOf, writeScopes } from "./review-rights.ts";

const path = "/identityGovernance/accessReviews/definitions/{definitionId}/instances/{instanceId}";

/** The items that the caller may decide; refuses who may decide none. */
function ownTasks(call: Call) {
  refuseUnlicensed(call);
  const { definition, instance } = instanceOf(call);
  const { userId } = call.caller;
  const tasks = instance.decisions.filter(({ reviewerIds }) => reviewerIds.has(userId));
  if (tasks.length === 0) throw forbidden();
  refuseUnlessRunning(instance);
  return { definition, instance, tasks };
}

const batchRecordDecisions: Endpoint = {
  method: "POST",
  path: `${path}/batchRecordDecisions`,
  documentation: "https://learn.microsoft.com/graph/api/accessreviewinstance-batchrecorddecisions",
  scopes: writeScopes,
  guestsToo: true,
  answer(call) {
    const { definition, instance, tasks } = ownTasks(call);
    const body = bodyOf(call, ["decision", "justification", "principalId", "resourceId"]);
    const said = readVerdict(body, instance);
    const isMeant = matcherOf(body);
    for (const decision of tasks.filter(isMeant)) decide(call, definition, decision, said);
    return { status: 204 };
  },
};

/** Which items a body means; all of them when it names neither person nor resource. */
function matcherOf(body: Body): (decision: Decision) => boolean {
  const [principalId, resourceId] = [idAt(body, "principalId"), idAt(body, "resourceId")];
  return ({ principal, resource }) =>
    (principalId ?? principal.id) === principal.id && (resourceId ?? resource.id) === resource.id;
}

function idAt(body: Body, name: string): string | null {
  const value = body[name] ?? null;
  if (value !== null && typeof value !== "string") {
    throw badRequest(`The property '${name}' must be a string.`);
  }
  return value?.toLowerCase() ?? null;
}

const acceptRecommendations: Endpoint = {
  method: "POST",
  path: `${path}/acceptRecommendations`,
  documentation: "https://learn.microsoft.com/graph/api/accessreviewinstance-acceptrecommendations",
  scopes: writeScopes,
  guestsToo: true,
  answer(call) {
    const { definition, tasks } = ownTasks(call);
    const justification = "";
    for (const decision of tasks) {
      const { verdict, recommendation } = decision;
      if (verdict !== "NotReviewed" || recommendation === "NoInfoAvailable") continue;
      decide(call, definition, decision, { verdict: recommendation, justification });
    }
    return { status: 204 };
  },
};

/** Deciding many items at once, which only a reviewer may and only about their own. */
export const decidingMany: readonly Endpoint[] = [batchRecordDecisions, acceptRecommendations];
