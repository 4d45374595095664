import type { Instant } from "@/lib/domain/time";
import type { Plan } from "@/lib/domain/plan";
import type { OperationState, RunEvent, RunResult, RunSnapshot } from "./run";

/** The rate over the last seconds only, so that a wait is visible. */
const RATE_OVER_MILLISECONDS = 5_000;

/** Gathers the events of one run into what a screen shows. */
export class RunLog {
  readonly #states: Map<string, OperationState>;
  /** Kinds that are finished once they are recorded, since nothing is sent. */
  readonly #onlyRecorded: ReadonlySet<string>;
  readonly #finishedAt = new Map<string, Instant>();
  #waitingUntil: Instant | null = null;
  #unsaved = 0;

  constructor(
    private readonly plan: Pick<Plan, "id" | "operations">,
    private readonly now: () => Instant,
  ) {
    const operations = plan.operations.map(({ operation }) => operation);
    this.#states = new Map(operations.map(({ id }) => [id, "waiting"]));
    this.#onlyRecorded = new Set(
      operations.flatMap(({ id, steps }) => (steps.length === 0 ? id : [])),
    );
  }

  take(event: RunEvent): void {
    switch (event.kind) {
      case "operation":
        this.#states.set(event.operationId, event.state);
        this.#finish(event.operationId, event.state);
        return;
      case "waiting":
        this.#waitingUntil = event.until;
        return;
      case "unsaved":
        this.#unsaved = event.count;
        return;
    }
  }

  snapshot(result: RunResult | null): RunSnapshot {
    const since = this.now() - RATE_OVER_MILLISECONDS;
    const lately = [...this.#finishedAt.values()].filter((at) => at > since).length;
    return {
      planId: this.plan.id,
      total: this.#states.size,
      finished: this.#finishedAt.size,
      states: new Map(this.#states),
      waitingUntil: this.#waitingUntil,
      perSecond: lately / (RATE_OVER_MILLISECONDS / 1_000),
      unsaved: this.#unsaved,
      result,
    };
  }

  /** An outcome that is verified later counted as finished when it was reported. */
  #finish(id: string, state: OperationState): void {
    const isLeftOut = typeof state !== "string" && "stopped" in state;
    if (isLeftOut) return;
    const final = typeof state !== "string" || (state === "recorded" && this.#onlyRecorded.has(id));
    if (final && !this.#finishedAt.has(id)) this.#finishedAt.set(id, this.now());
  }
}
