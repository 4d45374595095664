import type { EntriesAnswer, EntriesRequest, NewEntry } from "@/lib/contract/entries";
import { bindRequest } from "@/lib/domain/bind-request";
import { namesBefore, type Operation } from "@/lib/domain/operation";
import {
  evidenceOfSteps,
  isStronger,
  mayReplaceOutcome,
  type Outcome,
  resultOfSteps,
} from "@/lib/domain/outcome";
import { ApiError } from "@/lib/contract/api-error";
import type { RecordedOutcome, RecordedState, RecordedStep } from "../runner-services";

/** What happens to one request: it is written, it is not, or it is and the answer is lost. */
export type LedgerFate = "well" | "down" | "answer-lost";

/** A ledger in memory that keeps its promises: all or nothing, and the same id is the same entry. */
export class SmallLedger {
  readonly entries: NewEntry[] = [];
  readonly requests: EntriesRequest[] = [];
  fateOf: (request: EntriesRequest) => LedgerFate = () => "well";
  onDurable: (entry: NewEntry) => void = () => undefined;
  readonly #byId = new Map<string, { readonly entry: NewEntry; readonly seq: number }>();
  readonly #fences = new Map<string, number>();
  readonly #outcomes = new Map<string, readonly Outcome[]>();
  /** The latest correction of each. */
  readonly #corrected = new Map<string, Outcome>();

  // eslint-disable-next-line @typescript-eslint/require-await -- a refusal has to be a rejection, as it is on the wire
  append = async (request: EntriesRequest): Promise<EntriesAnswer> => {
    this.requests.push(request);
    const fate = this.fateOf(request);
    if (fate === "down") throw new ApiError("unavailable", "as the test wished");
    for (const entry of request.entries) this.#refuse(entry);
    const receipts = request.entries.map((entry) => this.#keep(entry));
    if (fate === "answer-lost") throw new ApiError("no-answer", "as the test wished");
    return { receipts };
  };

  operations(): readonly Operation[] {
    return this.entries.flatMap((entry) => (entry.kind === "planned" ? [entry.operation] : []));
  }

  /** The latest outcome of an operation, or of one of its steps; null while there is none. */
  outcomeOf(operationId: string, stepId?: string): Outcome | null {
    return this.outcomesOf(operationId, stepId).at(-1) ?? null;
  }

  outcomesOf(operationId: string, stepId?: string): readonly Outcome[] {
    return this.#outcomes.get(keyOf(operationId, stepId)) ?? [];
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

  /** As the server does it: an id is one entry, and what is proven is not replaced by something weaker. */
  #refuse(entry: NewEntry): void {
    const before = this.#byId.get(entry.id);
    if (before !== undefined) {
      if (JSON.stringify(before.entry) === JSON.stringify(entry)) return;
      throw new ApiError("conflict", `${entry.id} is another entry`);
    }
    if (entry.kind === "bound") this.#refuseBinding(entry);
    if (entry.kind !== "carried-out") return;
    const planned = this.#byId.get(entry.operationId)?.entry;
    if (planned?.kind !== "planned") {
      throw new ApiError("invalid", "No such operation is recorded.", "entries[0].operationId");
    }
    if (entry.fence !== this.fenceOf(planned.operation.planId)) {
      throw new ApiError("conflict", "Somebody else carries out this plan.", "entries[0].fence");
    }
    this.#refuseUnlikeSteps(entry, planned.operation);
    const current = this.outcomeOf(entry.operationId, entry.stepId);
    if (current === null) return;
    const key = keyOf(entry.operationId, entry.stepId);
    const wasCorrected = this.#corrected.get(key) === current;
    const isCorrection = entry.correction !== undefined;
    if (mayReplaceOutcome(current, entry.outcome, isCorrection, wasCorrected)) return;
    throw new ApiError("conflict", "Better evidence is recorded.", "entries[0].outcome");
  }

  /** What became of the whole follows from what became of its steps, and is known no better. */
  #refuseUnlikeSteps(
    { operationId, stepId, outcome }: Extract<NewEntry, { kind: "carried-out" }>,
    { steps }: Operation,
  ): void {
    if (stepId !== undefined || this.outcomeOf(operationId, steps[0]?.id) === null) return;
    const [first, ...later] = steps.flatMap(({ id }) => this.outcomeOf(operationId, id) ?? []);
    if (first === undefined) return;
    const all = [first, ...later] as const;
    const isSame = outcome.result === resultOfSteps(all);
    if (isSame && !isStronger(outcome.evidence, evidenceOfSteps(all))) return;
    throw new ApiError("conflict", "Its requests say otherwise.", "entries[0].outcome");
  }

  /** What is sent in place of references is what was recorded, with what the ledger knows was made. */
  #refuseBinding({ operationId, stepId, request }: Extract<NewEntry, { kind: "bound" }>): void {
    const operation = this.operations().find(({ id }) => id === operationId);
    const known = this.stepsOf(operationId);
    const createdIds = new Map(
      (operation?.steps ?? []).flatMap(({ id, name }) => {
        const createdId = known.find((step) => step.stepId === id)?.createdId;
        return createdId == null ? [] : [[name, createdId]];
      }),
    );
    const recorded = operation?.steps.find(({ id }) => id === stepId)?.request;
    const earlier = operation === undefined ? [] : namesBefore(operation, stepId);
    const expected = recorded && bindRequest(recorded, earlier, createdIds);
    if (JSON.stringify(expected) === JSON.stringify(request)) return;
    throw new ApiError("conflict", "That is not what was recorded.", "entries[0].request");
  }

  #keep(entry: NewEntry): EntriesAnswer["receipts"][number] {
    const before = this.#byId.get(entry.id);
    const seq = before?.seq ?? this.entries.length + 1;
    if (before === undefined) {
      this.#byId.set(entry.id, { entry, seq });
      this.entries.push(entry);
      if (entry.kind === "carried-out") {
        const key = keyOf(entry.operationId, entry.stepId);
        if (entry.correction !== undefined) this.#corrected.set(key, entry.outcome);
        this.#outcomes.set(key, [...(this.#outcomes.get(key) ?? []), entry.outcome]);
      }
      this.onDurable(entry);
    }
    return { id: entry.id, seq, hash: "", recordedAt: 0, repeated: before !== undefined };
  }
}

function keyOf(operationId: string, stepId: string | undefined): string {
  return stepId === undefined ? operationId : `${operationId}/${stepId}`;
}
