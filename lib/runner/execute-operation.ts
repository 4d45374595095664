import { bindRequest, referencesOf } from "@/lib/domain/bind-request";
import { namesBefore, type Operation, type OperationStep } from "@/lib/domain/operation";
import { isDone, type Outcome } from "@/lib/domain/outcome";
import type { Instant } from "@/lib/domain/time";
import type { ExecutionRecord, Snapshot } from "@/lib/operations/operation-handler";
import type { StepDriver } from "@/lib/operations/step-driver";
import { notAttempted } from "@/lib/operations/outcomes";
import { appendWithRetry } from "./append";
import { executeStep } from "./execute-step";
import type { RunContext } from "./run-context";
import { stoppedBy } from "./stopped-by";
import type { RunnerServices } from "./runner-services";
import type { ExecutedStep } from "./verify";

const WAITS_TO_BIND = [500, 2_000];

/** Everything that the execution of one operation needs. */
export interface ExecutionInput {
  readonly recordedAt: Instant;
  readonly driver: StepDriver;
  readonly services: RunnerServices;
  readonly context: RunContext;
  /** The number of the plan's lease. */
  readonly fence: number;
  /** Called when a step has an outcome and another step follows, so that the outcome survives a closed tab. */
  readonly onStep: (sent: ExecutedStep) => void;
  /** Resolves when the ledger has these outcomes, or refuses them. */
  readonly written: () => Promise<void>;
}

export interface ExecutionResult {
  /** The steps that were begun, in their order. */
  readonly begun: readonly ExecutedStep[];
  /** The step that would have come next, if there is one. */
  readonly next: OperationStep | null;
}

/**
 * Executes the steps of one operation that is on the ledger, each once and in their order. A step is begun only when
 * those before it are done.
 */
export async function executeOperation(
  operation: Operation,
  input: ExecutionInput,
): Promise<ExecutionResult> {
  const begun: ExecutedStep[] = [];
  let snapshot: Snapshot | null = null;
  for (const step of operation.steps) {
    const earlier = begun.at(-1);
    if (earlier !== undefined) {
      // After a refused or failed step no later one is sent, so nothing is read for it.
      if (isRefusedOrFailed(earlier.outcome)) return { begun, next: null };
      if (!(await isNeeded(operation, step, snapshot, input))) continue;
      if (!isDone(earlier.outcome)) return { begun, next: step };
      input.onStep(earlier);
    }
    const sent: ExecutedStep = await executeBound(operation, step, snapshot, input);
    snapshot = sent.execution.snapshot ?? snapshot;
    begun.push(sent);
  }
  return { begun, next: null };
}

function isRefusedOrFailed({ result }: Outcome): boolean {
  return result === "refused" || result === "failed";
}

async function executeBound(
  operation: Operation,
  { id: stepId, name, request: recorded }: OperationStep,
  snapshot: Snapshot | null,
  input: ExecutionInput,
): Promise<ExecutedStep> {
  const { recordedAt, driver, services, context, fence } = input;
  const actorId = services.me.userId;
  const earlier = namesBefore(operation, stepId);
  const request = bindRequest(recorded, earlier, driver.createdIds(operation));
  const step = { id: stepId, name, request };
  const begun: ExecutionRecord = { step, actorId, recordedAt, snapshot };
  const end = (outcome: Outcome, execution = begun): ExecutedStep => ({
    ...{ operation, execution, outcome, since: services.clock.now() },
  });
  if (request === null) {
    return end(notAttempted("what an earlier step made is not known by its id yet."));
  }
  if (referencesOf(recorded, earlier).length > 0) {
    // The ledger compares the bound request with the outcomes of the earlier steps, so these are written first.
    await input.written();
    const id = services.mintId();
    const entry = { id, kind: "bound", operationId: operation.id, stepId, request, fence } as const;
    // The request that is sent must be on the ledger word for word.
    const appended = await appendWithRetry(
      { entries: [entry], cards: [] },
      services,
      WAITS_TO_BIND,
    );
    if (appended.kind === "not-appended") {
      context.abort.stop(stoppedBy(appended));
      return end(notAttempted("its request could not be recorded."));
    }
  }
  const result = await executeStep(operation, begun, driver, services, context);
  return end(result.outcome, { ...begun, snapshot: result.snapshot });
}

async function isNeeded(
  operation: Operation,
  { id, name, request }: OperationStep,
  snapshot: Snapshot | null,
  { recordedAt, driver, services }: ExecutionInput,
): Promise<boolean> {
  const { userId: actorId } = services.me;
  try {
    const step = { id, name, request };
    return await driver.isNeeded(operation, { step, actorId, recordedAt, snapshot });
  } catch {
    // The reading failed. The precheck of the step reads again before anything is sent.
    return true;
  }
}
