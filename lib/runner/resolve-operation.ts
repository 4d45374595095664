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
import { sleep } from "@/lib/graph/clock";
import type { AuditQuestion } from "@/lib/graph/audit/find-audit-record";
import {
  combineOutcomes,
  NOT_KNOWN_IN_TIME,
  notAttempted,
  type StepOutcome,
} from "@/lib/operations/outcomes";
import { firstStepOf, type StepDriver } from "@/lib/operations/step-driver";
import type { BoundStep, ExecutionRecord } from "@/lib/operations/operation-handler";
import { handlerOf, stepHandlerOf } from "@/lib/operations/registry";
import { askAuditLog, type AuditActivityOfStep } from "./ask-audit-log";
import type { Lease, RecordedState, RunnerServices } from "./runner-services";

/** How long a change may take to show before it counts as not applied. */
const LAG_MILLISECONDS = 20_000;
/** An operation without an outcome, or with an unknown one. */
export interface Unresolved extends RecordedState {
  readonly operation: Operation;
  readonly actorId: string;
  readonly recordedAt: Instant;
}

export interface ResolvedOperation {
  readonly outcome: Outcome;
  /** The steps that were or may have been begun; empty where there is only one. */
  readonly steps: readonly StepOutcome[];
}

/**
 * Finds out what became of an operation, from Entra's audit log first and then the directory. Null while it is too early
 * to say. Throws what reading the directory throws.
 */
export async function resolveOperation(
  unresolved: Unresolved,
  driver: StepDriver,
  services: RunnerServices,
  lease: Pick<Lease, "serverNow" | "sentUntil">,
): Promise<ResolvedOperation | null> {
  const { operation } = unresolved;
  const [first, ...later] = boundSteps(unresolved);
  const firstOutcome = await resolveStep(unresolved, first, driver, services, lease);
  if (firstOutcome === null) return null;
  const steps: [StepOutcome, ...StepOutcome[]] = [
    outcomeOf(first, addedTo(unresolved, first, firstOutcome)),
  ];
  for (const step of later) {
    if (!isDone(steps.at(-1)?.outcome ?? firstOutcome)) break;
    const wasBegun = unresolved.steps.some(({ stepId }) => stepId === step.id);
    if (!wasBegun && !(await driver.isNeeded(operation, recordOf(unresolved, step)))) continue;
    if (!wasBegun && wasLeft(unresolved)) {
      steps.push(outcomeOf(step, notAttempted(NOT_KNOWN_IN_TIME)));
      break;
    }
    const outcome = await resolveStep(unresolved, step, driver, services, lease);
    if (outcome === null) return null;
    steps.push(outcomeOf(step, addedTo(unresolved, step, outcome)));
  }
  // A step with an outcome of its own gets the new one too, since the operation's outcome follows from its steps.
  const isByStep = steps.length > 1 || unresolved.steps.some((step) => step.outcome !== null);
  return {
    outcome: combineOutcomes(handlerOf(operation.kind), steps),
    steps: isByStep && operation.steps.length > 1 ? steps : [],
  };
}

/**
 * Whether the run ended with the first step accepted and not shown. Then no later step was begun; it would have been
 * recorded.
 */
function wasLeft({ outcome }: Unresolved): boolean {
  return outcome?.result === "unknown" && outcome.evidence === "observed";
}

/** The steps as they were sent. Operations of earlier versions have later steps too, though none are recorded. */
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

/** A step that is still unknown keeps its recorded outcome: the operation's follows from what the ledger has. */
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
  driver: StepDriver,
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
  // Taken before the reading: a record that reaches the log after it was asked must not count as missing.
  const askedAt = lease.serverNow();
  const sentUntil = Math.max(recordedAt, lease.sentUntil ?? recordedAt);
  const audit = await askAuditLog(question, auditActivity, recordedAt, services.graph);
  const isProven = audit.kind === "proven";
  if (!isProven && verificationMode === "none") {
    // A partly done operation is not resolved again later, so wait for the log.
    const isLater = step.id !== operation.id;
    return isLater && mayBeLate(sentUntil, askedAt) ? null : unknown(before, LEAVES_NO_TRACE);
  }
  // A created object is found by its marker, so look for it in either case.
  const shown =
    isProven && attribution === "none"
      ? "shown"
      : await readUntilShown(unresolved, step, driver, services, lease.serverNow() - sentUntil);
  const findings = { before, recordedAt, sentUntil, now: askedAt, audit, shown, attribution };
  return resolveOutcome(findings);
}

/** The question to the audit log for the record of a step's own request. */
export function auditQuestionOf(
  { operation, actorId }: Pick<Unresolved, "operation" | "actorId">,
  step: BoundStep,
): AuditQuestion {
  const auditActivity = auditActivityOf(operation, step);
  // Two requests of one operation may carry its id, so the activity has to match too.
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
  driver: StepDriver,
  { clock }: RunnerServices,
  /** Milliseconds since the latest moment at which it can have been sent. */
  sentAgo: number,
): Promise<Shown> {
  const { operation } = unresolved;
  const lag = stepHandlerOf(operation.kind, step.name).lagMilliseconds ?? LAG_MILLISECONDS;
  // Both instants are by the server's clock; the wait is by ours.
  const until = clock.now() + Math.min(lag, Math.max(0, lag - sentAgo));
  const execution = recordOf(unresolved, step);
  for (;;) {
    const now = clock.now();
    const shown = await driver.verify(operation, execution, Math.min(now, until));
    if (shown === "shown" || now >= until) return shown;
    await sleep(clock, Math.min(until - now, LOOK_EVERY_MILLISECONDS));
  }
}
