import type { Instant } from "@/lib/domain/time";
import type { OperationState, RunEvent, RunOutline, RunResult, RunSnapshot } from "./run";

/** The rate is that of the last seconds, so that a wait shows. */
const RATE_OVER_MILLISECONDS = 5_000;

/** Gathers the events of one run into what a screen shows. */
export class RunLog {
  readonly #states: Map<string, OperationState>;
  readonly #finishedAt = new Map<string, Instant>();
  #waitingUntil: Instant | null = null;
  #unsaved = 0;

  constructor(
    private readonly outline: RunOutline,
    private readonly now: () => Instant,
  ) {
    this.#states = new Map(outline.operationIds.map((id) => [id, "waiting"]));
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
      planId: this.outline.planId,
      total: this.outline.operationIds.length,
      finished: this.#finishedAt.size,
      states: new Map(this.#states),
      waitingUntil: this.#waitingUntil,
      perSecond: lately / (RATE_OVER_MILLISECONDS / 1_000),
      unsaved: this.#unsaved,
      result,
    };
  }

  /** An outcome that is later seen in the directory too was finished when it was reported. */
  #finish(id: string, state: OperationState): void {
    const final = typeof state !== "string" || (this.outline.onlyRecorded && state === "recorded");
    if (final && !this.#finishedAt.has(id)) this.#finishedAt.set(id, this.now());
  }
}
