import type { Panel, ReviewPlan, StagePlan } from "./plan.ts";

// https://learn.microsoft.com/entra/id-governance/complete-access-review#status-of-an-access-review
export type ReviewStatus =
  | "NotStarted"
  | "InProgress"
  | "Completed"
  | "AutoReviewing"
  | "AutoReviewed"
  | "Applying"
  | "Applied";

export type Verdict = "NotReviewed" | "Approve" | "Deny" | "DontKnow";

export type ApplyResult =
  | "New"
  | "AppliedSuccessfully"
  | "AppliedWithUnknownFailure"
  | "AppliedSuccessfullyButObjectNotFound"
  | "ApplyNotSupported";

/** A person as they were called when they did it. */
export interface Somebody {
  id: string;
  displayName: string | null;
  userPrincipalName: string | null;
}

export interface Resource {
  id: string;
  displayName: string;
  type: "Group" | "ServicePrincipal" | "DirectoryRole";
}

/** One person's access to one thing, as it was when the instance began. */
export interface Decision {
  id: string;
  principal: Somebody;
  resource: Resource;
  /** What to do about it; a stage's own copy may say otherwise. */
  verdict: Verdict;
  justification: string;
  recommendation: "Approve" | "Deny" | "NoInfoAvailable";
  lastSignInAt: string | null;
  reviewedBy: Somebody | null;
  reviewedAt: string | null;
  applyResult: ApplyResult;
  appliedBy: Somebody | null;
  appliedAt: string | null;
  /** Who may decide now. */
  reviewerIds: ReadonlySet<string>;
}

export interface Stage {
  id: string;
  plan: StagePlan;
  panel: Panel;
  asRequested: StagePlan["asRequested"];
  startAt: number;
  endAt: number;
  status: "NotStarted" | "InProgress" | "Completed";
  /** As they stood when the stage ended; while it runs, the instance's own. */
  decisions: readonly Decision[];
}

export interface Contacted extends Somebody {
  at: string;
}

export interface Instance {
  id: string;
  definitionId: string;
  /** As the series stood when this began: later changes of it concern later instances. */
  plan: ReviewPlan;
  panel: Panel;
  asRequested: StagePlan["asRequested"];
  /** The one group that it is about, in a review of one instance per group. */
  group: Resource | null;
  startAt: number;
  endAt: number;
  status: ReviewStatus;
  /** When it goes on by itself; never again when null. */
  dueAt: number | null;
  stages: Stage[];
  decisions: Decision[];
  contacted: Map<string, Contacted>;
  /** Who asked for the decisions to be applied; the service itself when null. */
  applier: Somebody | null;
}

export interface Definition {
  id: string;
  createdAt: number;
  modifiedAt: number;
  createdBy: Somebody;
  plan: ReviewPlan;
  /** The writable properties as Graph shows them. */
  shown: Readonly<Record<string, unknown>>;
  /** The day of the schedule that the latest instances belong to. */
  begunFor: number | null;
  stopped: boolean;
  instances: Map<string, Instance>;
}

export interface HistoryDefinition {
  id: string;
  instanceId: string;
  createdAt: number;
  createdBy: Somebody;
  displayName: string;
  decisions: readonly string[];
  scopes: readonly unknown[];
  from: string;
  until: string;
}

/** Every review of one organization. */
export interface Reviews {
  definitions: Map<string, Definition>;
  histories: Map<string, HistoryDefinition>;
}
