import type { Plan } from "@/lib/domain/plan";
import type { Outcome } from "@/lib/domain/outcome";
import type { ReviewItem } from "@/lib/domain/reviews/review";
import type { Instant } from "@/lib/domain/time";
import type { OperationState } from "@/lib/runner/run";
import { type Answer, type GivenAnswer, isUnderWay } from "./answer";

/** What happens meanwhile is told a few times a second. */
const TELL_MILLISECONDS = 100;

/** How long answers are gathered, so that not every key causes requests to the ledger and to Graph. */
export const GATHER_MILLISECONDS = 1_000;

const LOST: Outcome = { result: "unknown", evidence: "reported", detail: null, requestId: null };

const NOT_PLANNED: Outcome = { ...LOST, result: "failed", detail: "Nothing was sent." };

export type QueueEvent =
  | { readonly kind: "operation"; readonly operationId: string; readonly state: OperationState }
  | { readonly kind: "waiting"; readonly until: Instant | null };

/** What the queue needs from outside itself. */
export interface QueueServices {
  /** Freezes the answers into plans; each plan's operations are in the order of its answers. */
  plan(answers: readonly Answer[]): Promise<readonly PlannedAnswers[]>;
  /** Runs one plan to its end, and says of each of its operations what became of it. */
  run(plan: Plan, onEvent: (event: QueueEvent) => void): Promise<void>;
  later(work: () => void, milliseconds: number): () => void;
  now(): Instant;
  /** Something broke that no plan explains. */
  report(error: unknown): void;
}

export interface PlannedAnswers {
  readonly plan: Plan;
  readonly answers: readonly Answer[];
}

export interface QueueView {
  /** By item: the last answer that was given in this tab. */
  readonly answers: ReadonlyMap<string, GivenAnswer>;
  /** Answers of which something may still become. */
  readonly underWay: number;
  /** True until the last outcome is on the ledger, too. */
  readonly busy: boolean;
  /** Graph throttles until then. */
  readonly waitingUntil: Instant | null;
}

/**
 * A reviewer's answers on their way: gathered for a second, then recorded and sent as one small plan, one plan after the
 * other. A later answer about the same item follows the earlier one, so that the last word is the one that holds.
 */
export class AnswerQueue {
  #answers = new Map<string, GivenAnswer>();
  /** What stood before an answer that can still be taken back. */
  readonly #before = new Map<string, GivenAnswer | undefined>();
  readonly #gathered = new Map<string, Answer>();
  readonly #itemOf = new Map<string, string>();
  readonly #listeners = new Set<() => void>();
  #cancel: (() => void) | null = null;
  #working: Promise<void> | null = null;
  #tells = false;
  #waitingUntil: Instant | null = null;
  #runs = 0;
  #view: QueueView = { answers: new Map(), underWay: 0, busy: false, waitingUntil: null };

  constructor(private readonly services: QueueServices) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly view = (): QueueView => this.#view;

  give(...answers: readonly Answer[]): void {
    for (const answer of answers) {
      const { id } = answer.item;
      if (!this.#gathered.has(id)) this.#before.set(id, this.#answers.get(id));
      this.#gathered.delete(id);
      this.#gathered.set(id, answer);
      const at = this.services.now();
      this.#answers.set(id, { ...answer, state: "waiting", operationId: null, at });
    }
    this.#changed();
    this.#cancel ??= this.services.later(() => void this.flush(), GATHER_MILLISECONDS);
  }

  /** Takes an answer back that is not recorded yet; false when it is too late for that. */
  takeBack(itemId: string): boolean {
    if (!this.#gathered.delete(itemId)) return false;
    const before = this.#before.get(itemId);
    this.#before.delete(itemId);
    if (before === undefined) this.#answers.delete(itemId);
    else this.#answers.set(itemId, before);
    this.#changed();
    return true;
  }

  /** Gives the answers again that were not accepted, to the items as they are shown by now. */
  tryAgain(answers: readonly GivenAnswer[], items: readonly ReviewItem[]): void {
    const there = new Map(items.map((item) => [item.id, item]));
    this.give(
      ...answers.map(({ item, verdict, justification }) => ({
        item: there.get(item.id) ?? item,
        verdict,
        justification,
      })),
    );
  }

  /** Takes note of answers that went another way, in a plan of their own. */
  learn(answers: readonly Omit<GivenAnswer, "at">[]): void {
    const at = this.services.now();
    for (const answer of answers) this.#answers.set(answer.item.id, { ...answer, at });
    this.#changed();
  }

  /** Forgets answers that the service shows by now, or has a newer word about. */
  forget(itemIds: readonly string[]): void {
    for (const id of itemIds) {
      const answer = this.#answers.get(id);
      if (answer !== undefined && !isUnderWay(answer.state)) this.#answers.delete(id);
    }
    this.#changed();
  }

  /** Sends what is gathered without waiting for more; resolved when all of it was answered. */
  flush(): Promise<void> {
    this.#cancel?.();
    this.#cancel = null;
    this.#working ??= this.#work().finally(() => {
      this.#working = null;
      if (this.#gathered.size > 0) void this.flush();
    });
    return this.#working;
  }

  async #work(): Promise<void> {
    while (this.#gathered.size > 0) {
      const answers = [...this.#gathered.values()];
      this.#gathered.clear();
      this.#before.clear();
      try {
        for (const planned of await this.services.plan(answers)) await this.#run(planned);
      } catch (error) {
        this.services.report(error);
        for (const { item } of answers) this.#fail(item.id);
        this.#changed();
      }
    }
  }

  #fail(itemId: string): void {
    const given = this.#answers.get(itemId);
    if (given?.state !== "waiting" || this.#gathered.has(itemId)) return;
    this.#answers.set(itemId, { ...given, state: NOT_PLANNED, at: this.services.now() });
  }

  /** Resolved when every answer has its own; the proofs that follow do not keep the next plan waiting. */
  async #run({ plan, answers }: PlannedAnswers): Promise<void> {
    const operationIds = plan.operations.map(({ operation }) => operation.id);
    this.#begin(operationIds, answers);
    this.#runs += 1;
    const open = new Set(operationIds);
    await new Promise<void>((resolve) => {
      const run = this.services.run(plan, (event) => {
        this.#take(event);
        if (event.kind !== "operation" || isUnderWay(event.state)) return;
        open.delete(event.operationId);
        if (open.size === 0) resolve();
      });
      void run
        .catch((error: unknown) => {
          this.services.report(error);
        })
        .then(() => {
          this.#end(operationIds);
          resolve();
        });
    });
    this.#waitingUntil = null;
    this.#changed();
  }

  #begin(operationIds: readonly string[], answers: readonly Answer[]): void {
    for (const [index, answer] of answers.entries()) {
      const operationId = operationIds[index];
      const { id } = answer.item;
      if (operationId === undefined) continue;
      this.#itemOf.set(operationId, id);
      const given = this.#answers.get(id);
      // Somebody who thought again meanwhile has a newer answer there, which waits for its turn.
      if (given !== undefined && !this.#gathered.has(id)) {
        this.#answers.set(id, { ...given, operationId });
      }
    }
  }

  #end(operationIds: readonly string[]): void {
    this.#runs -= 1;
    for (const operationId of operationIds) {
      this.#lose(operationId);
      this.#itemOf.delete(operationId);
    }
    this.#changed();
  }

  /** The run broke before it said what became of this: whether it was sent is told by the history. */
  #lose(operationId: string): void {
    const given = this.#answers.get(this.#itemOf.get(operationId) ?? "");
    if (given?.operationId !== operationId || !isUnderWay(given.state)) return;
    this.#answers.set(given.item.id, { ...given, state: LOST, at: this.services.now() });
  }

  #take(event: QueueEvent): void {
    if (event.kind === "waiting") {
      this.#waitingUntil = event.until;
    } else {
      const id = this.#itemOf.get(event.operationId);
      const given = id === undefined ? undefined : this.#answers.get(id);
      if (id === undefined || given?.operationId !== event.operationId) return;
      this.#answers.set(id, { ...given, state: event.state, at: this.services.now() });
    }
    if (this.#tells) return;
    this.#tells = true;
    this.services.later(() => {
      this.#changed();
    }, TELL_MILLISECONDS);
  }

  #changed(): void {
    this.#tells = false;
    const answers = new Map(this.#answers);
    let underWay = 0;
    for (const { state } of answers.values()) if (isUnderWay(state)) underWay += 1;
    const busy = underWay > 0 || this.#runs > 0;
    this.#view = { answers, underWay, busy, waitingUntil: this.#waitingUntil };
    for (const listener of this.#listeners) listener();
  }
}
