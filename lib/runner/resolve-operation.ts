import { LOOK_EVERY_MILLISECONDS } from "./verify";
import { isGuestOperation, type Operation } from "@/lib/domain/operation";
import { isDone, type Outcome } from "@/lib/domain/outcome";
import {
  LEAVES_NO_TRACE,
  mayBeLate,
  resolveOutcome,
  type Shown,
  unknown,
} from "@/lib/domain/resolve-outcome";
import type { Instant } from "@/lib/domain/time";
import { sleep } from "@/lib/graph/sleep";
import type { AuditQuestion } from "@/lib/graph/audit/find-audit-record";
import { combineOutcomes, type StepOutcome } from "@/lib/operations/combine-outcomes";
import { firstStepOf } from "@/lib/operations/first-step";
import type { BoundStep, ExecutionRecord } from "@/lib/operations/operation-handler";
import type { OperationSet } from "@/lib/operations/operation-set";
import { NOT_KNOWN_IN_TIME, notAttempted } from "@/lib/operations/outcomes";
import { handlerOf, stepHandlerOf } from "@/lib/operations/registry";
import { askAuditLog, type AuditActivityOfStep } from "./ask-audit-log";
import type { Lease, RecordedState, RunnerServices } from "./runner-services";

/** How long what was sent may take to show; only then is it said that it was not applied. */
const LAG_MILLISECONDS = 20_000;
/** An operation without an outcome, or with an unknown one. */
export interface Unresolved extends RecordedState {
  readonly operation: Operation;
  readonly actorId: string;
  readonly recordedAt: Instant;
}

export interface ResolvedOperation {
  readonly outcome: Outcome;
  /** Of several steps those that were begun, or may have been; empty where there is only one. */
  readonly steps: readonly StepOutcome[];
}

/**
 * What became of an operation: Entra's audit log is asked first, then the directory. Null while it is too early to say.
 * Throws what reading the directory throws.
 */
export async function resolveOperation(
  unresolved: Unresolved,
  set: OperationSet,
  services: RunnerServices,
  lease: Pick<Lease, "serverNow" | "sentUntil">,
): Promise<ResolvedOperation | null> {
  const { operation } = unresolved;
  const [first, ...later] = boundSteps(unresolved);
  const firstOutcome = await resolveStep(unresolved, first, set, services, lease);
  if (firstOutcome === null) return null;
  const steps: [StepOutcome, ...StepOutcome[]] = [
    outcomeOf(first, addedTo(unresolved, first, firstOutcome)),
  ];
  for (const step of later) {
    if (!isDone(steps.at(-1)?.outcome ?? firstOutcome)) break;
    const wasBegun = unresolved.steps.some(({ stepId }) => stepId === step.id);
    if (!wasBegun && !(await set.isNeeded(operation, recordOf(unresolved, step)))) continue;
    if (!wasBegun && wasLeft(unresolved)) {
      steps.push(outcomeOf(step, notAttempted(NOT_KNOWN_IN_TIME)));
      break;
    }
    const outcome = await resolveStep(unresolved, step, set, services, lease);
    if (outcome === null) return null;
    steps.push(outcomeOf(step, addedTo(unresolved, step, outcome)));
  }
  // What has an outcome of its own gets the new one too: the whole must follow from it.
  const isByStep = steps.length > 1 || unresolved.steps.some((step) => step.outcome !== null);
  return {
    outcome: combineOutcomes(operation.kind, steps),
    steps: isByStep && operation.steps.length > 1 ? steps : [],
  };
}

/**
 * Whether its run was over with the first step accepted and not shown: then no later one was begun, or it would have been
 * recorded with it.
 */
function wasLeft({ outcome }: Unresolved): boolean {
  return outcome?.result === "unknown" && outcome.evidence === "observed";
}

/** The steps as they were sent. What was recorded before requests were has its later steps all the same. */
function boundSteps({ operation, steps }: Unresolved): readonly [BoundStep, ...BoundStep[]] {
  const bound = new Map(steps.map((step) => [step.stepId, step.bound]));
  const { id, kind } = operation;
  if (operation.steps.length === 0) {
    const names = Object.keys(handlerOf(kind).laterSteps ?? {});
    return [firstStepOf(operation), ...names.map((name) => ({ id, name, request: null }))];
  }
  const [, ...later] = operation.steps;
  return [
    firstStepOf(operation),
    ...later.map(({ id, name, request }) => ({ id, name, request: bound.get(id) ?? request })),
  ];
}

/** What is still unknown stays as it is recorded: the whole follows from what the ledger has of the steps. */
function addedTo({ steps }: Unresolved, { id }: BoundStep, outcome: Outcome): Outcome {
  const recorded = steps.find(({ stepId }) => stepId === id)?.outcome ?? null;
  return outcome.result === "unknown" && recorded !== null ? recorded : outcome;
}

function outcomeOf({ id: stepId, name }: BoundStep, outcome: Outcome): StepOutcome {
  return { stepId, name, outcome };
}

function recordOf({ actorId, recordedAt }: Unresolved, step: BoundStep): ExecutionRecord {
  return { step, actorId, recordedAt, snapshot: null };
}

async function resolveStep(
  unresolved: Unresolved,
  step: BoundStep,
  set: OperationSet,
  services: RunnerServices,
  lease: Pick<Lease, "serverNow" | "sentUntil">,
): Promise<Outcome | null> {
  const { operation, recordedAt, steps } = unresolved;
  const recorded = steps.find(({ stepId }) => stepId === step.id)?.outcome ?? null;
  if (recorded !== null && recorded.result !== "unknown") return recorded;
  const before = recorded ?? (step.id === operation.id ? unresolved.outcome : null);
  const { verificationMode, attribution } = stepHandlerOf(operation.kind, step.name);
  const question = auditQuestionOf(unresolved, step);
  const auditActivity = auditActivityOf(operation, step);
  // The log may be late by this instant's measure: what it has once the directory was read, nobody has looked at.
  const askedAt = lease.serverNow();
  const sentUntil = Math.max(recordedAt, lease.sentUntil ?? recordedAt);
  const audit = await askAuditLog(question, auditActivity, recordedAt, services.graph);
  const isProven = audit.kind === "proven";
  if (!isProven && verificationMode === "none") {
    // What is partly done is not asked about again, so the log is waited for.
    const isLater = step.id !== operation.id;
    return isLater && mayBeLate(sentUntil, askedAt) ? null : unknown(before, LEAVES_NO_TRACE);
  }
  // What was made is found by its mark, so it is looked for in either case.
  const shown =
    isProven && attribution === "none"
      ? "shown"
      : await readUntilShown(unresolved, step, set, services, lease.serverNow() - sentUntil);
  const findings = { before, recordedAt, sentUntil, now: askedAt, audit, shown, attribution };
  return resolveOutcome(findings);
}

/** What the audit log is asked for the record of a step's own request. */
export function auditQuestionOf(
  { operation, actorId }: Pick<Unresolved, "operation" | "actorId">,
  step: BoundStep,
): AuditQuestion {
  const auditActivity = auditActivityOf(operation, step);
  // Two requests of one operation may bear its id; what else Entra calls an activity is no matter.
  const isAboutGuest = isGuestOperation(operation.kind) && typeof auditActivity !== "string";
  return {
    activity: isAboutGuest ? auditActivity.activity : null,
    targetId: isAboutGuest ? auditActivity.targetId : null,
    actorId,
    correlationId: step.id,
  };
}

function auditActivityOf({ kind, guestId }: Operation, step: BoundStep): AuditActivityOfStep {
  const { auditActivity: audited } = stepHandlerOf(kind, step.name);
  if (typeof audited === "string") return audited;
  return { activity: audited.activity, targetId: audited.target === "guest" ? guestId : null };
}

async function readUntilShown(
  unresolved: Unresolved,
  step: BoundStep,
  set: OperationSet,
  { clock }: RunnerServices,
  /** How long ago it was sent at the latest, in milliseconds. */
  sentAgo: number,
): Promise<Shown> {
  const { operation } = unresolved;
  const lag = stepHandlerOf(operation.kind, step.name).lagMilliseconds ?? LAG_MILLISECONDS;
  // Both instants are the server's; the waiting is by our own clock.
  const until = clock.now() + Math.min(lag, Math.max(0, lag - sentAgo));
  const execution = recordOf(unresolved, step);
  for (;;) {
    const now = clock.now();
    const shown = await set.verify(operation, execution, Math.min(now, until));
    if (shown === "shown" || now >= until) return shown;
    await sleep(clock, Math.min(until - now, LOOK_EVERY_MILLISECONDS));
  }
}
