import type { Plan } from "@/lib/domain/plan";
import type { Outcome } from "@/lib/domain/outcome";
import type { Instant } from "@/lib/domain/time";
import type { OperationState } from "@/lib/runner/run";
import {
  type Answer,
  type Answers,
  isOutdated,
  isUnderWay,
  type Item,
  type QueuedAnswer,
} from "./answer";

/** How often listeners hear of progress, at most. */
const REPORT_MILLISECONDS = 100;

/** How long answers are gathered, so that not every key causes requests to the ledger and to Graph. */
export const GATHER_MILLISECONDS = 1_000;

const LOST: Outcome = { result: "unknown", evidence: "reported", detail: null, requestId: null };

const NOT_PLANNED: Outcome = { ...LOST, result: "failed", detail: "Nothing was sent." };

export type QueueEvent =
  | { readonly kind: "operation"; readonly operationId: string; readonly state: OperationState }
  | { readonly kind: "waiting"; readonly until: Instant | null };

/** What the queue needs from outside itself. */
export interface QueueServices<I extends Item, Decision extends string> {
  /** Freezes the answers into plans; each plan's operations are in the order of its answers. */
  plan(answers: readonly Answer<I, Decision>[]): Promise<readonly PlannedAnswers<I, Decision>[]>;
  /** Runs one plan to its end, and says of each of its operations what became of it. */
  run(plan: Plan, onEvent: (event: QueueEvent) => void): Promise<void>;
  /** Whether the item, as it was read, has this answer. */
  shows(item: I, answer: Answer<I, Decision>): boolean;
  later(work: () => void, milliseconds: number): () => void;
  now(): Instant;
  /** Something broke that no plan explains. */
  report(error: unknown): void;
}

export interface PlannedAnswers<I extends Item, Decision extends string> {
  readonly plan: Plan;
  readonly answers: readonly Answer<I, Decision>[];
}

export interface QueueView<I extends Item, Decision extends string> {
  /** By item: the last answer that was given in this tab. */
  readonly answers: Answers<I, Decision>;
  /** How many answers have no outcome yet. */
  readonly underWay: number;
  /** True until the last outcome is on the ledger too. */
  readonly busy: boolean;
  /** Graph throttles until then. */
  readonly waitingUntil: Instant | null;
}

/**
 * A person's answers on their way: gathered for a second, then recorded and sent as one small plan, one plan after the
 * other. A later answer about the same item follows the earlier one, so that the last word is the one that holds.
 */
export class AnswerQueue<I extends Item, Decision extends string> {
  #answers = new Map<string, QueuedAnswer<I, Decision>>();
  /** What stood before an answer that can still be taken back. */
  readonly #before = new Map<string, QueuedAnswer<I, Decision> | undefined>();
  readonly #gathered = new Map<string, Answer<I, Decision>>();
  readonly #itemOf = new Map<string, string>();
  readonly #listeners = new Set<() => void>();
  #cancel: (() => void) | null = null;
  #working: Promise<void> | null = null;
  #reports = false;
  #waitingUntil: Instant | null = null;
  #runs = 0;
  #view: QueueView<I, Decision> = {
    answers: new Map(),
    underWay: 0,
    busy: false,
    waitingUntil: null,
  };

  constructor(private readonly services: QueueServices<I, Decision>) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly view = (): QueueView<I, Decision> => this.#view;

  give(...answers: readonly Answer<I, Decision>[]): void {
    for (const answer of answers) {
      const { id } = answer.item;
      if (!this.#gathered.has(id)) this.#before.set(id, this.#answers.get(id));
      this.#gathered.delete(id);
      this.#gathered.set(id, answer);
      const changedAt = this.services.now();
      this.#answers.set(id, { ...answer, state: "waiting", operationId: null, changedAt });
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

  /** Takes note of answers that went another way, in a plan of their own. */
  learn(answers: readonly Omit<QueuedAnswer<I, Decision>, "changedAt">[]): void {
    const changedAt = this.services.now();
    for (const answer of answers) this.#answers.set(answer.item.id, { ...answer, changedAt });
    this.#changed();
  }

  /** Forgets the answers that a list read at that time shows, or has a newer word about. */
  reconcile(items: readonly I[], readAt: Instant): void {
    if (this.#answers.size === 0) return;
    let forgotten = false;
    for (const item of items) {
      const answer = this.#answers.get(item.id);
      if (answer === undefined) continue;
      if (!isOutdated(answer, this.services.shows(item, answer), readAt)) continue;
      forgotten = this.#answers.delete(item.id);
    }
    if (forgotten) this.#changed();
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
        for (const { item } of answers) {
          const answer = this.#answers.get(item.id);
          const isLatest = answer?.state === "waiting" && !this.#gathered.has(item.id);
          if (isLatest) this.#setState(answer, NOT_PLANNED);
        }
        this.#changed();
      }
    }
  }

  #setState(answer: QueuedAnswer<I, Decision>, state: OperationState): void {
    this.#answers.set(answer.item.id, { ...answer, state, changedAt: this.services.now() });
  }

  /** Resolved when every answer has an outcome: verifying them does not keep the next plan waiting. */
  async #run({ plan, answers }: PlannedAnswers<I, Decision>): Promise<void> {
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

  #begin(operationIds: readonly string[], answers: readonly Answer<I, Decision>[]): void {
    for (const [index, { item }] of answers.entries()) {
      const operationId = operationIds[index];
      if (operationId === undefined) continue;
      this.#itemOf.set(operationId, item.id);
      const answer = this.#answers.get(item.id);
      // A newer answer to the same item waits for its turn.
      if (answer !== undefined && !this.#gathered.has(item.id)) {
        this.#answers.set(item.id, { ...answer, operationId });
      }
    }
  }

  #end(operationIds: readonly string[]): void {
    this.#runs -= 1;
    for (const operationId of operationIds) {
      const answer = this.#answerOf(operationId);
      // The run broke before it said what became of this: the history tells whether it was sent.
      if (answer !== null && isUnderWay(answer.state)) this.#setState(answer, LOST);
      this.#itemOf.delete(operationId);
    }
    this.#changed();
  }

  /** The answer that this operation carries; null where a later one has taken its place. */
  #answerOf(operationId: string): QueuedAnswer<I, Decision> | null {
    const answer = this.#answers.get(this.#itemOf.get(operationId) ?? "");
    return answer?.operationId === operationId ? answer : null;
  }

  #take(event: QueueEvent): void {
    if (event.kind === "waiting") {
      this.#waitingUntil = event.until;
    } else {
      const answer = this.#answerOf(event.operationId);
      if (answer === null) return;
      this.#setState(answer, event.state);
    }
    if (this.#reports) return;
    this.#reports = true;
    this.services.later(() => {
      this.#changed();
    }, REPORT_MILLISECONDS);
  }

  #changed(): void {
    this.#reports = false;
    const answers = new Map(this.#answers);
    let underWay = 0;
    for (const { state } of answers.values()) if (isUnderWay(state)) underWay += 1;
    const busy = underWay > 0 || this.#runs > 0;
    this.#view = { answers, underWay, busy, waitingUntil: this.#waitingUntil };
    for (const listener of this.#listeners) listener();
  }
}
