import type { Decision } from "@/lib/domain/decision";
import type { Outcome } from "@/lib/domain/outcome";
import type { Plan } from "@/lib/domain/plan";
import type { ActingDecision } from "./act";
import { carryOut, notAttempted } from "./carry-out";
import type { Doors } from "./doors";
import { Halt } from "./halt";
import { type Intent, Intents } from "./intents";
import { OutcomeBook } from "./outcome-book";
import { Ride } from "./ride";
import type { RunEvent, RunOptions, RunResult, Settled } from "./run";
import { type Lost, settleLost } from "./settle-lost";
import { WriteTurns } from "./write-turns";

/** So many guests are worked on at once: enough for the writes' quota at a second a guest. */
const AT_ONCE = 16;

/**
 * Runs a plan to its end: every decision is on the ledger before its act is sent, each act is sent once, and each
 * decision that reached the ledger gets an outcome. Never throws for what Graph or the ledger do.
 */
export async function runPlan(
  plan: Plan,
  doors: Doors,
  options: RunOptions = {},
): Promise<RunResult> {
  const result = await doors.running.alone(plan.id, () => new Run(plan, doors, options).go());
  return result ?? { settled: [], stopped: { kind: "already-running" } };
}

class Run {
  readonly #halt: Halt;
  readonly #book: OutcomeBook;
  readonly #intents: Intents;
  readonly #ride: Ride;
  readonly #onLedger = new Set<string>();
  readonly #outcomes = new Map<string, Outcome>();
  readonly #lost: Lost[] = [];

  constructor(
    private readonly plan: Plan,
    private readonly doors: Doors,
    private readonly options: RunOptions,
  ) {
    this.#halt = new Halt(options.signal);
    this.#book = new OutcomeBook(doors, {
      broken: () => {
        this.#halt.because({ kind: "ledger-unavailable" });
      },
      unsaved: (count) => {
        this.#tell({ kind: "unsaved", count });
      },
    });
    const turns = new WriteTurns(doors.clock, (until) => {
      this.#tell({ kind: "waiting", until });
    });
    this.#intents = new Intents(plan.decisions, doors, this.#halt, (intent) => {
      this.#recorded(intent);
    });
    this.#ride = new Ride(doors, this.#halt, turns, (decisionId) => {
      this.#tell({ kind: "decision", decisionId, state: "sending" });
    });
  }

  async go(): Promise<RunResult> {
    await Promise.all(Array.from({ length: AT_ONCE }, () => this.#work()));
    for (const { planned, repeated } of this.#intents.left()) {
      if (!repeated && isActing(planned.decision)) {
        this.#conclude(planned.decision, notAttempted("the run was stopped"));
      }
    }
    await Promise.all(this.#lost.map((lost) => this.#settle(lost)));
    const unsaved = await this.#book.close();
    return {
      settled: this.plan.decisions.map(({ decision }) => this.#settled(decision, unsaved)),
      stopped: this.#halt.why,
    };
  }

  async #work(): Promise<void> {
    for (;;) {
      const intent = await this.#intents.next();
      if (intent === null) return;
      const { decision } = intent.planned;
      // A decision that the ledger had before may have been acted on: what became of it is settled by reading.
      if (intent.repeated || !isActing(decision)) continue;
      const outcome = await carryOut(decision, this.doors, this.#ride);
      this.#conclude(decision, outcome);
      if (outcome.result === "unknown") {
        this.#lost.push({ decision, outcome, since: this.doors.clock.now() });
      }
    }
  }

  async #settle(lost: Lost): Promise<void> {
    const outcome = await settleLost(lost, this.doors);
    if (outcome !== lost.outcome) this.#conclude(lost.decision, outcome);
  }

  #recorded({ planned: { decision } }: Intent): void {
    this.#onLedger.add(decision.id);
    this.#tell({ kind: "decision", decisionId: decision.id, state: "recorded" });
  }

  #conclude(decision: Decision, outcome: Outcome): void {
    this.#outcomes.set(decision.id, outcome);
    this.#book.write(decision, outcome);
    this.#tell({ kind: "decision", decisionId: decision.id, state: outcome });
  }

  #settled({ id, guestId }: Decision, unsaved: ReadonlySet<string>): Settled {
    const recorded = this.#onLedger.has(id) && !unsaved.has(id);
    return {
      decisionId: id,
      guestId,
      subject: null,
      outcome: this.#outcomes.get(id) ?? null,
      recorded,
    };
  }

  #tell(event: RunEvent): void {
    this.options.onEvent?.(event);
  }
}

function isActing(decision: Decision): decision is ActingDecision {
  return decision.kind !== "keep";
}
