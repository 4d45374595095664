import { ApiError } from "@/lib/contract/api-error";
import type { Operation } from "@/lib/domain/operation";
import type { Outcome } from "@/lib/domain/outcome";
import type { Plan } from "@/lib/domain/plan";
import { combineOutcomes, type StepOutcome } from "@/lib/operations/combine-outcomes";
import type { ExecutionRecord } from "@/lib/operations/operation-handler";
import { OperationSet } from "@/lib/operations/operation-set";
import { notAttempted } from "@/lib/operations/outcomes";
import { handlerOf, stepHandlerOf } from "@/lib/operations/registry";
import { firstStepOf } from "@/lib/operations/first-step";
import { executeOperation } from "./execute-operation";
import { monotonic } from "./monotonic-clock";
import { OutcomeWriter } from "./outcome-writer";
import { RecordedOperations } from "./recorded-operations";
import { resolveLost } from "./resolve-lost";
import type { RunEvent, RunOptions, RunResult, OperationResult, Stopped } from "./run";
import { RunAbort } from "./run-abort";
import { RunContext } from "./run-context";
import type { Lease, RunnerServices } from "./runner-services";
import { StepOutcomes } from "./step-outcomes";
import { stoppedBy } from "./stopped-by";
import { observed, type ExecutedStep, verifyTogether } from "./verify";

/** Concurrent operations: enough to saturate Graph's write quota at about a second each. */
const AT_ONCE = 16;

/**
 * Runs a plan to its end: every operation is on the ledger before it is sent, is sent again only where Microsoft put it
 * off and the directory does not show it, and gets an outcome once it was sent. Never throws for what Graph or the ledger
 * do.
 */
export async function runPlan(
  plan: Plan,
  given: RunnerServices,
  options: RunOptions = {},
): Promise<RunResult> {
  // Whether a reading began before or after a sending must not depend on how fine a clock is.
  const services = { ...given, clock: monotonic(given.clock) };
  const operations = plan.operations.map(({ operation }) => operation);
  const plannedFrom = new Map(plan.operations.map((each) => [each.operation.id, each.plannedFrom]));
  const set = new OperationSet(services, operations, plannedFrom);
  const nothing = (stopped: Stopped): RunResult => {
    const results = operations.map((operation) => ({
      operationId: operation.id,
      ...set.about(operation),
      outcome: null,
      steps: [],
      stopped: null,
      recorded: false,
    }));
    return { results, stopped };
  };
  const run = async (lease: Lease) => {
    const stopTelling = services.writeLimiter.onWait((until) => {
      options.onEvent?.({ kind: "waiting", until });
    });
    try {
      return await new Run(plan, set, services, options, lease).toItsEnd();
    } finally {
      stopTelling();
    }
  };
  try {
    const result = await services.leases.hold(plan.id, run);
    return result ?? nothing({ kind: "already-running" });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return nothing(stoppedBy(error.kind, error.message));
  }
}

class Run {
  readonly #abort: RunAbort;
  readonly #writer: OutcomeWriter;
  readonly #recorded: RecordedOperations;
  readonly #context: RunContext;
  readonly #recordedAt = new Map<string, number>();
  /** What the ledger does not take, and why. */
  readonly #refused = new Map<string, Stopped>();
  readonly #fence: number;
  readonly #outcomes = new Map<string, Outcome>();
  readonly #steps: StepOutcomes;
  /** Sent without an answer, or made and not found yet. */
  readonly #lost: ExecutedStep[] = [];
  /** Accepted, and to be read back from the directory at the end. */
  readonly #unseen: ExecutedStep[] = [];

  constructor(
    private readonly plan: Plan,
    private readonly set: OperationSet,
    private readonly services: RunnerServices,
    private readonly options: RunOptions,
    lease: Lease,
  ) {
    this.#fence = lease.fence;
    this.#steps = new StepOutcomes(set);
    this.#abort = new RunAbort(options.signal);
    this.#writer = new OutcomeWriter(services, lease.fence, {
      broken: () => {
        this.#abort.stop({ kind: "ledger-unavailable" });
      },
      unsaved: (count) => {
        this.#tell({ kind: "unsaved", count });
      },
    });
    // Somebody had the plan's lease before: what the ledger has may have been sent.
    const again = lease.fence > 1;
    this.#recorded = new RecordedOperations(plan.operations, services, this.#abort, again, {
      recorded: ({ id }) => {
        this.#recordedAt.set(id, services.clock.now());
        this.#tell({ kind: "operation", operationId: id, state: "recorded" });
      },
      refused: ({ id }, stopped) => {
        this.#refused.set(id, stopped);
        this.#tell({ kind: "operation", operationId: id, state: { stopped } });
      },
    });
    this.#context = new RunContext(services, this.#abort, lease, (operationId) => {
      this.#tell({ kind: "operation", operationId, state: "sending" });
    });
  }

  async toItsEnd(): Promise<RunResult> {
    await Promise.all(Array.from({ length: AT_ONCE }, () => this.#work()));
    for (const { operation, repeated } of this.#recorded.left()) {
      if (!repeated && isSent(operation)) {
        this.#conclude(operation, notAttempted("the run was stopped"));
      }
    }
    const concludes = (sent: ExecutedStep, outcome: Outcome) => {
      this.#concludeStep({ ...sent, outcome });
    };
    await verifyTogether(this.#unseen, this.set, this.services.clock, concludes);
    const isStopped = () => this.#abort.isStopped();
    await resolveLost(this.#lost, this.set, this.services.clock, isStopped, concludes);
    const unsaved = await this.#writer.close();
    const [refusal] = this.#refused.values();
    if (refusal !== undefined && this.#recordedAt.size === 0) this.#abort.stop(refusal);
    return {
      results: this.plan.operations.map(({ operation }) => this.#resultOf(operation, unsaved)),
      stopped: this.#abort.reason,
    };
  }

  async #work(): Promise<void> {
    for (;;) {
      const next = await this.#recorded.next();
      if (next === null) return;
      if (!isSent(next.operation)) continue;
      // What the ledger had before may have been sent: what became of it is resolved by reading, never by sending.
      if (next.repeated) await this.#verifyRepeated(next.operation);
      else await this.#executeOperation(next.operation);
    }
  }

  async #executeOperation(operation: Operation): Promise<void> {
    const { set, services } = this;
    const recordedAt = this.#recordedAt.get(operation.id) ?? services.clock.now();
    const onStep = (sent: ExecutedStep) => {
      this.#writeStep(operation, this.#steps.outcomeOf(sent));
    };
    const context = this.#context;
    const written = () => this.#writer.flush();
    const executing = { recordedAt, set, services, context, fence: this.#fence, onStep, written };
    const executed = await executeOperation(operation, executing);
    this.#steps.begin(operation, executed);
    const { begun } = executed;
    const last = begun.at(-1);
    if (last !== undefined) this.#concludeStep(last);
    for (const sent of begun) this.#lookLater(sent);
  }

  /** Notes what is to be looked for once everything was sent. */
  #lookLater(sent: ExecutedStep): void {
    const { operation, execution, outcome } = sent;
    const handler = stepHandlerOf(operation.kind, execution.step.name);
    if (outcome.result === "unknown") this.#lost.push(sent);
    if (outcome.result !== "done" || outcome.evidence !== "reported") return;
    if (handler.verificationMode === "together") this.#unseen.push(sent);
    // A created object that no list shows yet is looked for again at the end of the run.
    else if (handler.lagMilliseconds !== null) this.#lost.push(sent);
  }

  /** Only what bears the mark of its own operation proves that it was this operation which made it. */
  async #verifyRepeated(operation: Operation): Promise<void> {
    if (handlerOf(operation.kind).lagMilliseconds === null) return;
    const now = this.services.clock.now();
    const { userId: actorId } = this.services.me;
    const step = firstStepOf(operation);
    const execution: ExecutionRecord = { step, actorId, recordedAt: now, snapshot: null };
    try {
      const verification = await this.set.verify(operation, execution, now);
      if (verification === "shown") this.#conclude(operation, observed);
    } catch {
      // Not read is not resolved: the history offers to resolve it.
    }
  }

  /** What became of a step says what became of its operation. */
  #concludeStep(sent: ExecutedStep): void {
    const { operation, execution } = sent;
    const steps = this.#steps.learn(sent);
    if (steps.length > 1) {
      // After it come only those that were not begun, or are said again.
      const place = steps.findIndex(({ stepId }) => stepId === execution.step.id);
      for (const step of steps.slice(place)) this.#writeStep(operation, step);
    }
    this.#conclude(operation, combineOutcomes(operation.kind, steps));
  }

  /** A step among several has an outcome of its own. */
  #writeStep(operation: Operation, { outcome, stepId, createdId }: StepOutcome): void {
    this.#writer.write(operation.id, this.set.about(operation), outcome, { stepId, createdId });
  }

  #conclude(operation: Operation, outcome: Outcome): void {
    this.#outcomes.set(operation.id, outcome);
    this.#writer.write(operation.id, this.set.about(operation), outcome);
    this.#tell({ kind: "operation", operationId: operation.id, state: outcome });
  }

  #resultOf(operation: Operation, unsaved: ReadonlySet<string>): OperationResult {
    const { id } = operation;
    return {
      operationId: id,
      ...this.set.about(operation),
      outcome: this.#outcomes.get(id) ?? null,
      steps: this.#steps.of(id),
      stopped: this.#refused.get(id) ?? null,
      recorded: this.#recordedAt.has(id) && !unsaved.has(id),
    };
  }

  #tell(event: RunEvent): void {
    this.options.onEvent?.(event);
  }
}

/** To keep a guest is a decision alone: once it is recorded, nothing is left to do. */
function isSent({ steps }: Operation): boolean {
  return steps.length > 0;
}
