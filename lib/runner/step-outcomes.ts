import type { Operation, OperationStep } from "@/lib/domain/operation";
import { isDone } from "@/lib/domain/outcome";
import type { StepOutcome } from "@/lib/operations/combine-outcomes";
import type { StepDriver } from "@/lib/operations/step-driver";
import { NOT_KNOWN_IN_TIME, notAttempted } from "@/lib/operations/outcomes";
import type { ExecutionResult } from "./execute-operation";
import type { ExecutedStep } from "./verify";

/** The outcomes of the steps in a run, by operation. */
export class StepOutcomes {
  readonly #begun = new Map<string, readonly ExecutedStep[]>();
  /** The step that was not begun, because the one before it was confirmed too late. */
  readonly #next = new Map<string, OperationStep>();
  readonly #known = new Map<string, readonly StepOutcome[]>();

  constructor(private readonly set: StepDriver) {}

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
    return { stepId, name, outcome, createdId: this.set.createdIds(operation).get(name) };
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
