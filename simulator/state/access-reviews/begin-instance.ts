import type { Directory } from "../directory.ts";
import { isQuiet, lastSignInOf } from "./last-sign-in.ts";
import type { Panel, ReviewPlan } from "./plan.ts";
import type { Decision, Definition, Instance, Resource, Stage } from "./rows.ts";
import { DAY_MS } from "./schedule.ts";
import { recordAuditedChange, target } from "./trail.ts";
import { type Access, groupResource, groupsToEnumerate, whoIsReviewed } from "./who-is-reviewed.ts";
import { reviewersFor } from "./who-reviews.ts";

const asRequestedOf = (shown: Definition["shown"]) => ({
  reviewers: (shown.reviewers ?? []) as unknown[],
  fallbackReviewers: (shown.fallbackReviewers ?? []) as unknown[],
});

/** Begins what is due of a series: those who are covered now are reviewed, and nobody who comes later. */
export function beginInstances(directory: Directory, definition: Definition, at: number): void {
  const { scope } = definition.plan;
  const { resources } = scope;
  if (resources.kind !== "each-unified-group") {
    begin(directory, definition, at, null, whoIsReviewed(directory, scope, at, null));
    return;
  }
  for (const group of groupsToEnumerate(directory, resources.teamsOnly)) {
    const resource = groupResource(group);
    const reviewed = whoIsReviewed(directory, scope, at, resource);
    if (reviewed.length > 0) begin(directory, definition, at, resource, reviewed);
  }
}

function begin(
  directory: Directory,
  definition: Definition,
  at: number,
  group: Resource | null,
  reviewed: readonly Access[],
): void {
  const { plan } = definition;
  const asRequested = asRequestedOf(definition.shown);
  const stages = stagesOf(directory, plan, at);
  const [first] = stages;
  const endAt = stages.at(-1)?.endAt ?? at + plan.days * DAY_MS;
  const instance: Instance = {
    id: directory.newId(),
    definitionId: definition.id,
    plan,
    panel: first?.panel ?? { reviewers: plan.reviewers, fallback: plan.fallback },
    asRequested: first?.asRequested ?? asRequested,
    group,
    startAt: at,
    endAt,
    status: "InProgress",
    dueAt: first?.endAt ?? endAt,
    stages,
    decisions: reviewed.map((access) => newDecision(directory.newId(), access, plan, at)),
    contacted: new Map(),
    applier: null,
  };
  if (first) first.status = "InProgress";
  askReviewers(directory, instance, instance.decisions, at);
  definition.instances.set(instance.id, instance);
  recordAuditedChange(directory, {
    at,
    by: null,
    activity: "Access review started",
    loggedByService: "Access Reviews",
    category: "Policy",
    operationType: "Update",
    targets: [target(definition.id, String(definition.shown.displayName), "AccessReview")],
    details: { AccessReviewInstanceId: instance.id },
  });
}

/** Says who may decide these items from now on, and that they were told. */
export function askReviewers(
  directory: Directory,
  instance: Instance,
  decisions: readonly Decision[],
  at: number,
): void {
  const reviewersOf = reviewersFor(directory, instance.panel);
  for (const decision of decisions) {
    decision.reviewerIds = reviewersOf(decision);
    for (const id of decision.reviewerIds) {
      const user = directory.users.get(id);
      if (!user || instance.contacted.has(id)) continue;
      const { displayName, userPrincipalName } = user;
      const contactedAt = new Date(at).toISOString();
      instance.contacted.set(id, { id, displayName, userPrincipalName, at: contactedAt });
    }
  }
}

function stagesOf(directory: Directory, plan: ReviewPlan, at: number): Stage[] {
  let startAt = at;
  return plan.stages.map((stage) => {
    const endAt = startAt + stage.days * DAY_MS;
    const { reviewers, fallback, asRequested } = stage;
    const panel: Panel = { reviewers, fallback };
    const id = directory.newId();
    const made: Stage = {
      ...{ id, plan: stage, panel, asRequested, startAt, endAt },
      status: "NotStarted",
      decisions: [],
    };
    startAt = endAt;
    return made;
  });
}

function newDecision(
  id: string,
  { user, resource }: Access,
  plan: ReviewPlan,
  at: number,
): Decision {
  const { displayName, userPrincipalName } = user;
  const advice = isQuiet(user, plan.lookBackDays, at) ? "Deny" : "Approve";
  return {
    id,
    principal: { id: user.id, displayName, userPrincipalName },
    resource,
    verdict: "NotReviewed",
    justification: "",
    recommendation: plan.recommends ? advice : "NoInfoAvailable",
    lastSignInAt: lastSignInOf(user),
    reviewedBy: null,
    reviewedAt: null,
    applyResult: "New",
    appliedBy: null,
    appliedAt: null,
    reviewerIds: new Set(),
  };
}
