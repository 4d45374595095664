import { NotSentError } from "@/lib/graph/graph-error";
import type { Operation } from "@/lib/domain/operation";
import type { Outcome } from "@/lib/domain/outcome";
import { lostOutcome } from "@/lib/domain/resolve-outcome";
import type { Instant } from "@/lib/domain/time";
import { sleep } from "@/lib/graph/clock";
import type {
  ExecutionRecord,
  Precheck,
  Snapshot,
  StepHandler,
} from "@/lib/operations/operation-handler";
import type { StepDriver } from "@/lib/operations/step-driver";
import { notAttempted } from "@/lib/operations/outcomes";
import { stepHandlerOf } from "@/lib/operations/registry";
import { mayExecute, scopesOf } from "@/lib/operations/requirements";
import { afterFirstTry, afterThrottling, alreadySo, answered, type Throttled } from "./answered";
import { type GraphFailure, judgeFailure } from "./judge-failure";
import type { RunContext } from "./run-context";
import type { RunnerServices } from "./runner-services";
import { verifyAccepted, verifyOrNull } from "./verify";

/** How often a throttled operation is tried, each time only after reading that it was not applied. */
const MOST_TRIES = 5;
const LONGEST_WAIT_SECONDS = 300;
/** Where Graph throttles without a Retry-After, or the browser may not see it. */
const LONGEST_BACKOFF_SECONDS = 60;

export interface StepResult {
  readonly outcome: Outcome;
  /** The object as it was read right before sending; null when nothing was sent. */
  readonly snapshot: Snapshot | null;
}

/** Everything that the execution of one step needs. */
interface StepExecution {
  readonly operation: Operation;
  readonly handler: StepHandler;
  readonly driver: StepDriver;
  readonly services: RunnerServices;
  readonly context: RunContext;
}

type Answer =
  /** The lease ended while the token was being fetched. */
  | "not-sent"
  | { readonly outcome: Outcome }
  | { readonly outcome: null; readonly throttled: Throttled };

/**
 * Executes one recorded step: prechecks, sends, and returns its outcome. An "unknown" outcome must be resolved by
 * reading, never by calling this again.
 */
export async function executeStep(
  operation: Operation,
  begun: ExecutionRecord,
  driver: StepDriver,
  services: RunnerServices,
  context: RunContext,
): Promise<StepResult> {
  const handler = stepHandlerOf(operation.kind, begun.step.name);
  const execution: StepExecution = { operation, handler, driver, services, context };
  let record = begun;
  let earlier: { readonly failure: Throttled; readonly at: Instant } | null = null;
  const end = (outcome: Outcome): StepResult => ({ outcome, snapshot: record.snapshot });
  for (let tries = 1; ; tries += 1) {
    // Wait for the rate limiter first: a reading made before a long wait would be out of date.
    await context.limiter.acquire(context.signal);
    const since: Instant = earlier?.at ?? record.recordedAt;
    const precheck = await precheckOf(execution, record, since);
    if (precheck.outcome !== null) {
      const { outcome } = precheck;
      return end(earlier === null ? outcome : afterThrottling(outcome, earlier.failure, handler));
    }
    record = { ...record, snapshot: precheck.snapshot };
    if (!context.maySend()) {
      return end(earlier === null ? STOPPED.outcome : answered("unknown", earlier.failure));
    }
    context.sending(operation.id);
    const answer = await sendOnce(execution, record, precheck.snapshot);
    if (answer === "not-sent") {
      return end(earlier === null ? STOPPED.outcome : answered("unknown", earlier.failure));
    }
    if (answer.outcome !== null) {
      const { outcome } = answer;
      return end(earlier === null ? outcome : afterFirstTry(outcome, earlier.failure));
    }
    pauseWrites(execution, answer.throttled, tries);
    // A request that leaves nothing to read is never sent again.
    if (!handler.mayRepeat || tries >= MOST_TRIES)
      return end(answered("unknown", answer.throttled));
    await waitOutLag(execution);
    earlier = { failure: answer.throttled, at: services.clock.now() };
  }
}

/** Lists lag: an object that is missing right away may have been created all the same. */
async function waitOutLag({ handler, services, context }: StepExecution): Promise<void> {
  const { lagMilliseconds } = handler;
  if (lagMilliseconds !== null) await sleep(services.clock, lagMilliseconds, context.signal);
}

async function precheckOf(
  execution: StepExecution,
  record: ExecutionRecord,
  since: Instant,
): Promise<Precheck> {
  const { operation, handler, driver, services, context } = execution;
  const { abort } = context;
  try {
    const precheck = await driver.precheck(operation, record, since, context);
    return abort.isStopped() ? STOPPED : precheck;
  } catch (error) {
    if (abort.isStopped()) return STOPPED;
    const failure = judgeFailure(error, {
      scopes: scopesOf(operation.kind),
      keepsMessage: handler.keepsErrorMessage,
      missingToken: services.missingToken,
    });
    if (failure.kind === "stop") abort.stop(failure.stopped);
    if (failure.kind === "forbidden") await refused(execution);
    return { outcome: notAttempted(`it could not be read first. ${failure.detail}`) };
  }
}

async function sendOnce(
  execution: StepExecution,
  record: ExecutionRecord,
  snapshot: Snapshot,
): Promise<Answer> {
  const { operation, handler, driver, services, context } = execution;
  try {
    const accepted = await driver.send(operation, record, snapshot, () => context.maySend());
    context.allowed();
    if (accepted.failure != null) {
      const { requestId, failure } = accepted;
      return { outcome: answered("failed", { requestId, detail: failure }) };
    }
    const done = { requestId: accepted.requestId, detail: null };
    return { outcome: await verifyAccepted(operation, record, done, driver, services.clock) };
  } catch (error) {
    if (error instanceof NotSentError) return "not-sent";
    const failure = judgeFailure(error, {
      scopes: handler.scopes.send,
      keepsMessage: handler.keepsErrorMessage,
      missingToken: services.missingToken,
    });
    if (failure.kind === "throttled") return { outcome: null, throttled: failure };
    return { outcome: await outcomeOf(execution, record, failure) };
  }
}

async function outcomeOf(
  execution: StepExecution,
  record: ExecutionRecord,
  failure: Exclude<GraphFailure, Throttled>,
): Promise<Outcome> {
  switch (failure.kind) {
    case "stop":
      execution.context.abort.stop(failure.stopped);
      return notAttempted(failure.detail);
    case "forbidden":
      await refused(execution);
      return answered("refused", failure);
    case "failed":
      return answered("failed", failure);
    case "not-found":
      return (await isShown(execution, record))
        ? alreadySo(failure.requestId)
        : answered("failed", failure);
    case "lost":
      return await afterLostAnswer(execution, record, failure);
  }
}

async function refused({ operation, context }: StepExecution): Promise<void> {
  await context.forbidden((roles) => mayExecute(operation.kind, roles));
}

/** Reads once, right away. What does not show yet is resolved at the end of the run. */
async function afterLostAnswer(
  execution: StepExecution,
  record: ExecutionRecord,
  failure: Extract<GraphFailure, { kind: "lost" }>,
): Promise<Outcome> {
  const { verificationMode, attribution } = execution.handler;
  const lost = answered("unknown", failure);
  if (verificationMode === "together" || !(await isShown(execution, record))) return lost;
  return lostOutcome(lost, "shown", attribution);
}

async function isShown(
  { operation, driver, services }: StepExecution,
  record: ExecutionRecord,
): Promise<boolean> {
  return (await verifyOrNull(operation, record, driver, services.clock.now())) === "shown";
}

function pauseWrites({ context }: StepExecution, { retryAfterSeconds }: Throttled, tries: number) {
  const { abort, limiter } = context;
  const seconds = retryAfterSeconds ?? Math.min(LONGEST_BACKOFF_SECONDS, 2 ** tries);
  if (seconds > LONGEST_WAIT_SECONDS) abort.stop({ kind: "asked-to-wait", seconds });
  limiter.pauseFor(Math.min(LONGEST_WAIT_SECONDS, Math.max(1, seconds)));
}

const STOPPED = { outcome: notAttempted("the run was stopped") } as const;
