import type { Directory } from "../directory.ts";
import { askReviewers } from "./begin-instance.ts";
import type { StagePlan } from "./plan.ts";
import type { Decision, Instance, Stage } from "./rows.ts";
import { DAY_MS } from "./schedule.ts";

/** The stage that runs now; undefined in a review without stages, or when all have ended. */
export function stageNow({ stages }: Instance): Stage | undefined {
  return stages.find(({ status }) => status === "InProgress");
}

/** Ends the stage that runs and begins the next one; false when there is none. */
export function nextStage(directory: Directory, instance: Instance, at: number): boolean {
  const current = stageNow(instance);
  if (!current) return false;
  current.decisions = decisionsOf(instance, current).map((decision) => ({ ...decision }));
  current.status = "Completed";
  current.endAt = Math.min(current.endAt, at);
  const following = instance.stages[instance.stages.indexOf(current) + 1];
  if (!following) return false;
  following.status = "InProgress";
  following.startAt = at;
  following.endAt = at + following.plan.days * DAY_MS;
  instance.panel = following.panel;
  instance.asRequested = following.asRequested;
  instance.dueAt = following.endAt;
  instance.endAt = endOf(instance, following);
  handOn(directory, instance, current, at);
  return true;
}

/** The items of a stage: those of the instance while it runs, and as they stood once it has ended. */
export function decisionsOf(instance: Instance, stage: Stage): readonly Decision[] {
  switch (stage.status) {
    case "NotStarted":
      return [];
    case "InProgress": {
      const before = instance.stages[instance.stages.indexOf(stage) - 1];
      return before ? handedOn(instance, before) : instance.decisions;
    }
    case "Completed":
      return stage.decisions;
  }
}

/** The instance's own items that a stage passed on to the next. */
function handedOn(instance: Instance, ended: Stage): Decision[] {
  const on = ended.decisions.filter((decision) => goesOn(decision, ended.plan));
  const ids = new Set(on.map(({ id }) => id));
  return instance.decisions.filter(({ id }) => ids.has(id));
}

function goesOn(decision: Decision, { goesOn: kinds }: StagePlan): boolean {
  if (kinds === null || kinds.includes(decision.verdict)) return true;
  return kinds.includes("Recommendation") && decision.verdict === "NotReviewed";
}

/** What goes on is decided anew by the next panel; the rest stays as it was decided, and nobody is asked again. */
function handOn(directory: Directory, instance: Instance, ended: Stage, at: number): void {
  const on = handedOn(instance, ended);
  for (const decision of instance.decisions) decision.reviewerIds = new Set();
  for (const decision of on) {
    Object.assign(decision, { verdict: "NotReviewed", justification: "" });
    Object.assign(decision, { reviewedBy: null, reviewedAt: null });
  }
  askReviewers(directory, instance, on, at);
}

function endOf(instance: Instance, running: Stage): number {
  const rest = instance.stages.slice(instance.stages.indexOf(running) + 1);
  return rest.reduce((end, { plan }) => end + plan.days * DAY_MS, running.endAt);
}
