import type { EntriesAnswer, EntriesRequest, NewEntry } from "@/lib/contract/entries";
import type { Operation } from "@/lib/domain/operation";
import type { Outcome } from "@/lib/domain/outcome";
import { ApiError } from "@/lib/contract/api-error";
import { outcomeKey } from "@/lib/ledger/recorded-operation";
import { JudgedEntries } from "./judged-entries";
import { ME } from "./fake-directory";
import type { RecordedOutcome, RecordedState, RecordedStep } from "../runner-services";

/** What happens to one request: it is written, it is not, or it is and the answer is lost. */
export type LedgerFate = "well" | "down" | "answer-lost";

/** A ledger of one person in memory, by the real one's rules. */
export class FakeLedger {
  readonly entries: NewEntry[] = [];
  readonly requests: EntriesRequest[] = [];
  fateOf: (request: EntriesRequest) => LedgerFate = () => "well";
  onDurable: (entry: NewEntry) => void = () => undefined;
  readonly #fences = new Map<string, number>();
  readonly #outcomes = new Map<string, readonly Outcome[]>();
  readonly #judged: JudgedEntries;

  constructor(tenant: string) {
    this.#judged = new JudgedEntries(tenant, (planId) => {
      const fence = this.fenceOf(planId);
      return fence === undefined ? undefined : { fence, holderId: ME };
    });
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- a refusal has to be a rejection, as it is on the wire
  append = async (request: EntriesRequest): Promise<EntriesAnswer> => {
    this.requests.push(request);
    const fate = this.fateOf(request);
    if (fate === "down") throw new ApiError("unavailable", "as the test wished");
    const isRepeated = this.#judged.add(request.entries, ME);
    const receipts = request.entries.map((entry, index) => {
      const repeated = isRepeated[index] === true;
      if (!repeated) this.#keep(entry);
      return { id: entry.id, seq: 0, hash: "", recordedAt: 0, repeated };
    });
    if (fate === "answer-lost") throw new ApiError("no-answer", "as the test wished");
    return { receipts };
  };

  /** What was on the chain before the test began: judged like all, and not among what is told afterwards. */
  had(...entries: readonly NewEntry[]): void {
    this.#judged.add(entries, ME);
  }

  operations(): readonly Operation[] {
    return this.entries.flatMap((entry) => (entry.kind === "planned" ? [entry.operation] : []));
  }

  /** The latest outcome of an operation, or of one of its steps; null while there is none. */
  outcomeOf(operationId: string, stepId?: string): Outcome | null {
    return this.outcomesOf(operationId, stepId).at(-1) ?? null;
  }

  outcomesOf(operationId: string, stepId?: string): readonly Outcome[] {
    return this.#outcomes.get(outcomeKey(operationId, stepId)) ?? [];
  }

  /** What is recorded of the steps of an operation that have an outcome of their own. */
  stepsOf(operationId: string): readonly RecordedStep[] {
    const steps = new Map<string, RecordedStep>();
    for (const entry of this.entries) {
      if (entry.kind !== "bound" && entry.kind !== "carried-out") continue;
      const { stepId } = entry;
      if (entry.operationId !== operationId || stepId === undefined) continue;
      const before = steps.get(stepId) ?? { stepId, bound: null, createdId: null, outcome: null };
      const more =
        entry.kind === "bound"
          ? { bound: entry.request }
          : { outcome: entry.outcome, createdId: entry.createdId ?? before.createdId };
      steps.set(stepId, { ...before, ...more });
    }
    return [...steps.values()];
  }

  /** What it has of a plan, by operation. */
  recordedOf(planId: string): ReadonlyMap<string, RecordedState> {
    const operations = this.operations().filter((operation) => operation.planId === planId);
    return new Map(
      operations.map(({ id }) => [id, { outcome: this.#heldOf(id), steps: this.stepsOf(id) }]),
    );
  }

  /** The outcome that holds, with its entry and the reason where it is a correction. */
  #heldOf(operationId: string): RecordedOutcome | null {
    const entry = this.entries.findLast(
      (each) =>
        each.kind === "carried-out" &&
        each.operationId === operationId &&
        each.stepId === undefined,
    );
    if (entry?.kind !== "carried-out") return null;
    return { ...entry.outcome, entryId: entry.id, correction: entry.correction ?? null };
  }

  /** Until when each plan may have been sent from, by its id. */
  readonly sentUntil = new Map<string, number>();

  /** Gives the plan's lease to the next holder. */
  nextFence(planId: string): number {
    const fence = (this.#fences.get(planId) ?? 0) + 1;
    this.#fences.set(planId, fence);
    return fence;
  }

  /** The number of the plan's latest lease; undefined while it never had one. */
  fenceOf(planId: string): number | undefined {
    return this.#fences.get(planId);
  }

  #keep(entry: NewEntry): void {
    this.entries.push(entry);
    if (entry.kind === "carried-out") {
      const key = outcomeKey(entry.operationId, entry.stepId);
      this.#outcomes.set(key, [...(this.#outcomes.get(key) ?? []), entry.outcome]);
    }
    this.onDurable(entry);
  }
}
