import type { Instant } from "@/lib/domain/time";
import type { Operation, OperationStep } from "@/lib/domain/operation";
import { isDone, type Outcome } from "@/lib/domain/outcome";
import type { Plan } from "@/lib/domain/plan";
import {
  combineOutcomes,
  NOT_KNOWN_IN_TIME,
  notAttempted,
  type StepOutcome,
} from "@/lib/operations/outcomes";
import { handlerOf } from "@/lib/operations/registry";
import type { StepDriver } from "@/lib/operations/step-driver";
import type { ExecutionResult } from "./execute-operation";
import { OperationRecorder, OutcomeWriter } from "./run-recorder";
import type { OperationResult, RunEvent, RunOptions, Stopped } from "./run";
import { RunAbort, RunContext } from "./run-context";
import type { Lease, RunnerServices } from "./runner-services";
import { stoppedBy } from "./stopped-by";
import type { ExecutedStep } from "./verify";

/** The input of a run, and what it knows so far. */
export interface RunState {
  readonly plan: Plan;
  readonly driver: StepDriver;
  readonly services: RunnerServices;
  readonly fence: number;
  readonly abort: RunAbort;
  readonly context: RunContext;
  readonly recorder: OperationRecorder;
  readonly writer: OutcomeWriter;
  /** When each operation was recorded. */
  readonly recordedAt: Map<string, Instant>;
  /** Operations that the ledger refused, and why. */
  readonly notTaken: Map<string, Stopped>;
  readonly outcomes: Map<string, Outcome>;
  readonly steps: StepOutcomes;
  /** Operations that were sent without an answer, or whose object was not found yet. */
  readonly lost: ExecutedStep[];
  /** Accepted operations to verify at the end. */
  readonly unseen: ExecutedStep[];
  readonly tell: (event: RunEvent) => void;
}

/** The state of a run before anything is recorded. */
export function beginRun(
  plan: Plan,
  driver: StepDriver,
  services: RunnerServices,
  { signal, onEvent }: RunOptions,
  lease: Lease,
): RunState {
  const tell = (event: RunEvent) => onEvent?.(event);
  const abort = new RunAbort(signal);
  const recordedAt = new Map<string, Instant>();
  const notTaken = new Map<string, Stopped>();
  const writer = new OutcomeWriter(services, lease.fence, {
    broken: (why) => {
      abort.stop(stoppedBy(why));
    },
    unsaved: (count) => {
      tell({ kind: "unsaved", count });
    },
  });
  // Somebody had the plan's lease before, so operations on the ledger may have been sent.
  const again = lease.fence > 1;
  const recorder = new OperationRecorder(plan.operations, services, abort, again, {
    recorded: ({ id }) => {
      recordedAt.set(id, services.clock.now());
      tell({ kind: "operation", operationId: id, state: "recorded" });
    },
    notTaken: ({ id }, stopped) => {
      notTaken.set(id, stopped);
      tell({ kind: "operation", operationId: id, state: { stopped } });
    },
  });
  const context = new RunContext(services, abort, lease, (operationId) => {
    tell({ kind: "operation", operationId, state: "sending" });
  });
  return {
    ...{ plan, driver, services, fence: lease.fence, abort, context, recorder, writer, tell },
    ...{ recordedAt, notTaken, outcomes: new Map(), steps: new StepOutcomes(driver) },
    ...{ lost: [], unseen: [] },
  };
}

/** Updates the operation's outcome from that of a step. */
export function concludeStep(run: RunState, sent: ExecutedStep): void {
  const { operation, execution } = sent;
  const steps = run.steps.learn(sent);
  if (steps.length > 1) {
    // Only steps that were not begun, or are reported again, come after it.
    const place = steps.findIndex(({ stepId }) => stepId === execution.step.id);
    for (const step of steps.slice(place)) writeStep(run, operation, step);
  }
  conclude(run, operation, combineOutcomes(handlerOf(operation.kind), steps));
}

/** Records a step's own outcome, where the operation has several steps. */
export function writeStep(
  { writer, driver }: RunState,
  operation: Operation,
  { outcome, stepId, createdId }: StepOutcome,
): void {
  writer.write(operation.id, driver.about(operation), outcome, { stepId, createdId });
}

/** Records the outcome of an operation and emits it. */
export function conclude(
  { outcomes, writer, driver, tell }: RunState,
  operation: Operation,
  outcome: Outcome,
): void {
  outcomes.set(operation.id, outcome);
  writer.write(operation.id, driver.about(operation), outcome);
  tell({ kind: "operation", operationId: operation.id, state: outcome });
}

/** The result of one operation when the run is over; `unsaved` operations have entries that the ledger lacks. */
export function resultOf(
  { driver, outcomes, steps, notTaken, recordedAt }: RunState,
  operation: Operation,
  unsaved: ReadonlySet<string>,
): OperationResult {
  const { id } = operation;
  return {
    operationId: id,
    ...driver.about(operation),
    outcome: outcomes.get(id) ?? null,
    steps: steps.of(id),
    stopped: notTaken.get(id) ?? null,
    recorded: recordedAt.has(id) && !unsaved.has(id),
  };
}

/** The outcomes of the steps in a run, by operation. */
export class StepOutcomes {
  readonly #begun = new Map<string, readonly ExecutedStep[]>();
  /** The step that was not begun, because the one before it was confirmed too late. */
  readonly #next = new Map<string, OperationStep>();
  readonly #known = new Map<string, readonly StepOutcome[]>();

  constructor(private readonly driver: StepDriver) {}

  /** Takes the steps that were begun. */
  begin({ id }: Operation, { begun, next }: ExecutionResult): void {
    this.#begun.set(id, begun);
    if (next !== null) this.#next.set(id, next);
  }

  /** Stores the outcome of one step and returns all of its operation; a step that was not begun counts as not sent. */
  learn(sent: ExecutedStep): readonly [StepOutcome, ...StepOutcome[]] {
    const { operation, execution } = sent;
    const begun = (this.#begun.get(operation.id) ?? [sent]).map((each) =>
      each.execution.step.id === execution.step.id ? sent : each,
    );
    this.#begun.set(operation.id, begun);
    const [first = sent, ...later] = begun;
    const steps = [
      this.outcomeOf(first),
      ...later.map((each) => this.outcomeOf(each)),
      ...this.#notBegun(operation, begun.at(-1) ?? sent),
    ] as const;
    if (steps.length > 1) this.#known.set(operation.id, steps);
    return steps;
  }

  outcomeOf({ operation, execution, outcome }: ExecutedStep): StepOutcome {
    const { id: stepId, name } = execution.step;
    return { stepId, name, outcome, createdId: this.driver.createdIds(operation).get(name) };
  }

  /** The outcome of each step; empty where there is only one. */
  of(operationId: string): readonly StepOutcome[] {
    return this.#known.get(operationId) ?? [];
  }

  /** A step that is confirmed too late leaves the next one unsent. That is reported and can be tried again. */
  #notBegun({ id }: Operation, last: ExecutedStep): readonly StepOutcome[] {
    const next = this.#next.get(id);
    if (next === undefined || !isDone(last.outcome)) return [];
    const outcome = notAttempted(NOT_KNOWN_IN_TIME);
    return [{ stepId: next.id, name: next.name, outcome }];
  }
}
