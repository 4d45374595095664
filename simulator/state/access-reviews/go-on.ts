import type { Directory } from "../directory.ts";
import { removeAccess } from "./apply-decision.ts";
import { block, deleteDenied } from "./block-then-delete.ts";
import type { Decision, Instance, Somebody } from "./rows.ts";
import { DAY_MS } from "./schedule.ts";
import { nextStage } from "./stages.ts";
import { recordAuditedChange, service, target } from "./trail.ts";

/** How long the service takes for each step after a review has ended: our choice, nothing is published. */
const STEP_MS = 60_000;
/** https://learn.microsoft.com/graph/api/resources/disableanddeleteuserapplyaction */
const BLOCKED_DAYS = 30;

/** Takes an instance one step further, as of when that step was due. */
export function goOn(directory: Directory, instance: Instance): void {
  const at = instance.dueAt ?? directory.clock.now();
  const { plan } = instance;
  switch (instance.status) {
    case "InProgress":
      end(directory, instance, at);
      return;
    case "Completed":
      if (plan.defaultDecision === null) startApplying(directory, instance, at);
      else become(instance, "AutoReviewing", at + STEP_MS);
      return;
    case "AutoReviewing":
      decideTheRest(instance, at);
      become(instance, "AutoReviewed", plan.autoApply ? at + STEP_MS : null);
      return;
    case "AutoReviewed":
      startApplying(directory, instance, at);
      return;
    case "Applying":
      for (const decision of instance.decisions) apply(directory, instance, decision, at);
      become(instance, "Applied", null);
      return;
    case "NotStarted":
    case "Applied":
      instance.dueAt = null;
  }
}

/** Ends what runs: the stage when another follows, else the instance. */
function end(directory: Directory, instance: Instance, at: number): void {
  if (nextStage(directory, instance, at)) return;
  instance.endAt = Math.min(instance.endAt, at);
  const { defaultDecision, autoApply } = instance.plan;
  const hasMore = defaultDecision !== null || autoApply;
  become(instance, "Completed", hasMore ? at + STEP_MS : null);
}

/** Ends a running instance now and for good, with whatever stages it still had to come. */
export function stop(directory: Directory, instance: Instance, at: number): void {
  instance.stages = instance.stages.filter(({ status }) => status !== "NotStarted");
  end(directory, instance, at);
}

/** Begins to apply; people who are to be deleted are blocked at once and wait for 30 days. */
export function startApplying(directory: Directory, instance: Instance, at: number): void {
  // Applying right after the end does not wait for the service to decide the rest.
  if (instance.status === "Completed") decideTheRest(instance, at);
  const { applier: by } = instance;
  if (!instance.plan.blocksThenDeletes) {
    become(instance, "Applying", at + STEP_MS);
    return;
  }
  for (const decision of denied(instance)) block({ directory, at, by }, decision);
  become(instance, "Applying", at + BLOCKED_DAYS * DAY_MS);
}

function become(instance: Instance, status: Instance["status"], dueAt: number | null): void {
  instance.status = status;
  instance.dueAt = dueAt;
}

function denied({ decisions }: Instance): Decision[] {
  return decisions.filter(({ verdict }) => verdict === "Deny");
}

/** Decides the items that nobody decided. */
function decideTheRest({ plan, decisions }: Instance, at: number): void {
  for (const decision of decisions) {
    if (decision.verdict !== "NotReviewed") continue;
    const { recommendation } = decision;
    const verdict =
      plan.defaultDecision === "Recommendation" ? recommendation : plan.defaultDecision;
    if (verdict === null || verdict === "NoInfoAvailable") continue;
    decision.verdict = verdict;
    decision.reviewedBy = service;
    decision.reviewedAt = new Date(at).toISOString();
  }
}

function apply(directory: Directory, instance: Instance, decision: Decision, at: number): void {
  const { verdict } = decision;
  if (verdict === "NotReviewed" || verdict === "DontKnow") return;
  const by: Somebody | null = instance.applier;
  const doing = { directory, at, by };
  const takeAway = instance.plan.blocksThenDeletes ? deleteDenied : removeAccess;
  decision.applyResult = verdict === "Deny" ? takeAway(doing, decision) : "AppliedSuccessfully";
  decision.appliedBy = by ?? service;
  decision.appliedAt = new Date(at).toISOString();
  const { principal, resource } = decision;
  recordAuditedChange(directory, {
    at,
    by,
    activity: "Apply decision",
    loggedByService: "Access Reviews",
    category: "UserManagement",
    operationType: "Update",
    targets: [
      {
        ...target(principal.id, principal.displayName, "User"),
        userPrincipalName: principal.userPrincipalName,
      },
      target(resource.id, resource.displayName, resource.type),
    ],
    details: {
      AccessReviewId: instance.definitionId,
      AccessReviewInstanceId: instance.id,
      Decision: verdict,
      ApplyResult: decision.applyResult,
    },
  });
}
