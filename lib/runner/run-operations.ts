import type { EntriesRequest } from "@/lib/contract/entries";
import { ApiError } from "@/lib/contract/api-error";
import type { Operation } from "@/lib/domain/operation";
import type { Outcome } from "@/lib/domain/outcome";
import type { ExecutionRecord } from "@/lib/operations/operation-handler";
import { OperationSet } from "@/lib/operations/operation-set";
import { notAttempted } from "@/lib/operations/outcomes";
import { handlerOf } from "@/lib/operations/registry";
import { executeOperation } from "./execute-operation";
import { monotonic } from "./monotonic-clock";
import { OutcomeWriter } from "./outcome-writer";
import { RecordedOperations } from "./recorded-operations";
import { resolveLost } from "./resolve-lost";
import type { RunEvent, RunOptions, RunResult, OperationResult, Stopped } from "./run";
import { RunAbort } from "./run-abort";
import { RunContext } from "./run-context";
import type { Lease, RunnerServices } from "./runner-services";
import { stoppedBy } from "./stopped-by";
import { observed, type Sent, verifyTogether } from "./verify";

/** Concurrent operations: enough to saturate Graph's write quota at about a second each. */
const AT_ONCE = 16;

/** The operations of one plan, in their order. */
export interface OperationPlan {
  readonly planId: string;
  readonly operations: readonly Operation[];
  /** What each was planned from, by its id, where sending it would overwrite that. */
  readonly plannedFrom?: ReadonlyMap<string, Readonly<Record<string, unknown>> | undefined>;
  /** What stands on the ledger before any of these is sent: an entry for each operation, with its id. */
  readonly record: (operations: readonly Operation[]) => EntriesRequest;
}

/**
 * Runs a plan to its end: every operation is on the ledger before it is sent, each is sent once, and each that reached
 * the ledger gets an outcome. Never throws for what Graph or the ledger do.
 */
export async function runOperations(
  plan: OperationPlan,
  given: RunnerServices,
  options: RunOptions,
): Promise<RunResult> {
  // Whether a reading began before or after a sending must not depend on how fine a clock is.
  const services = { ...given, clock: monotonic(given.clock) };
  const set = new OperationSet(services, plan.operations, plan.plannedFrom);
  const nothing = (stopped: Stopped): RunResult => {
    const results = plan.operations.map((operation) => ({
      operationId: operation.id,
      ...set.about(operation),
      outcome: null,
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
    const result = await services.leases.hold(plan.planId, run);
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
  readonly #outcomes = new Map<string, Outcome>();
  /** Sent without an answer, or made and not found yet. */
  readonly #lost: Sent[] = [];
  /** Accepted, and to be read back from the directory at the end. */
  readonly #unseen: Sent[] = [];

  constructor(
    private readonly plan: OperationPlan,
    private readonly set: OperationSet,
    private readonly services: RunnerServices,
    private readonly options: RunOptions,
    lease: Lease,
  ) {
    this.#abort = new RunAbort(options.signal);
    this.#writer = new OutcomeWriter(services, lease.fence, {
      broken: () => {
        this.#abort.stop({ kind: "ledger-unavailable" });
      },
      unsaved: (count) => {
        this.#tell({ kind: "unsaved", count });
      },
    });
    const { operations, record } = plan;
    // Somebody had the plan's lease before: what the ledger has may have been sent.
    const again = lease.fence > 1;
    this.#recorded = new RecordedOperations(
      operations,
      record,
      services,
      this.#abort,
      again,
      ({ id }) => {
        this.#recordedAt.set(id, services.clock.now());
        this.#tell({ kind: "operation", operationId: id, state: "recorded" });
      },
    );
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
    const concludes = (operation: Operation, outcome: Outcome) => {
      this.#conclude(operation, outcome);
    };
    await verifyTogether(this.#unseen, this.set, this.services.clock, concludes);
    const isStopped = () => this.#abort.isStopped();
    await resolveLost(this.#lost, this.set, this.services.clock, isStopped, concludes);
    const unsaved = await this.#writer.close();
    return {
      results: this.plan.operations.map((operation) => this.#resultOf(operation, unsaved)),
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
    const recordedAt = this.#recordedAt.get(operation.id) ?? this.services.clock.now();
    const actorId = this.services.me.userId;
    const begun: ExecutionRecord = { actorId, recordedAt, snapshot: null };
    const { outcome, snapshot } = await executeOperation(
      operation,
      begun,
      this.set,
      this.services,
      this.#context,
    );
    this.#conclude(operation, outcome);
    const sent = {
      operation,
      outcome,
      execution: { ...begun, snapshot },
      since: this.services.clock.now(),
    };
    if (outcome.result === "unknown") this.#lost.push(sent);
    if (outcome.result !== "done" || outcome.evidence !== "reported") return;
    if (handlerOf(operation.kind).verificationMode === "together") this.#unseen.push(sent);
    // What was made and is not found yet is not known by its name either.
    else if (handlerOf(operation.kind).lagMilliseconds !== null) this.#lost.push(sent);
  }

  /** Only what bears the mark of its own operation proves that it was this operation which made it. */
  async #verifyRepeated(operation: Operation): Promise<void> {
    if (handlerOf(operation.kind).lagMilliseconds === null) return;
    const now = this.services.clock.now();
    const execution: ExecutionRecord = {
      actorId: this.services.me.userId,
      recordedAt: now,
      snapshot: null,
    };
    try {
      const verification = await this.set.verify(operation, execution, now);
      if (verification === "shown") this.#conclude(operation, observed);
    } catch {
      // Not read is not resolved: the history offers to resolve it.
    }
  }

  #conclude(operation: Operation, outcome: Outcome): void {
    this.#outcomes.set(operation.id, outcome);
    this.#writer.write(operation.id, this.set.about(operation), outcome);
    this.#tell({ kind: "operation", operationId: operation.id, state: outcome });
  }

  #resultOf(operation: Operation, unsaved: ReadonlySet<string>): OperationResult {
    const recorded = this.#recordedAt.has(operation.id) && !unsaved.has(operation.id);
    const outcome = this.#outcomes.get(operation.id) ?? null;
    return { operationId: operation.id, ...this.set.about(operation), outcome, recorded };
  }

  #tell(event: RunEvent): void {
    this.options.onEvent?.(event);
  }
}

/** To keep a guest is a decision alone: once it is recorded, nothing is left to do. */
function isSent({ kind }: Operation): boolean {
  return kind !== "keep";
}
