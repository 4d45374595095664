import type { Plan } from "@/lib/domain/plan";
import type { Instant } from "@/lib/domain/time";
import type { DecisionState, RunEvent, RunResult, RunSnapshot } from "./run";

/** The rate is that of the last seconds, so that a wait shows. */
const RATE_OVER_MILLISECONDS = 5_000;

/** Gathers the events of one run into what a screen shows. */
export class RunLog {
  readonly #states: Map<string, DecisionState>;
  readonly #finishedAt = new Map<string, Instant>();
  #waitingUntil: Instant | null = null;
  #unsaved = 0;

  constructor(
    private readonly plan: Plan,
    private readonly now: () => Instant,
  ) {
    this.#states = new Map(plan.decisions.map(({ decision }) => [decision.id, "waiting"]));
  }

  take(event: RunEvent): void {
    switch (event.kind) {
      case "decision":
        this.#states.set(event.decisionId, event.state);
        if (this.#isFinal(event.state)) this.#finishedAt.set(event.decisionId, this.now());
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
      total: this.plan.decisions.length,
      finished: this.#finishedAt.size,
      states: new Map(this.#states),
      waitingUntil: this.#waitingUntil,
      perSecond: lately / (RATE_OVER_MILLISECONDS / 1_000),
      unsaved: this.#unsaved,
      result,
    };
  }

  /** A decision to keep has no act, and is finished when it is on the ledger. */
  #isFinal(state: DecisionState): boolean {
    return typeof state !== "string" || (this.plan.kind === "keep" && state === "recorded");
  }
}
