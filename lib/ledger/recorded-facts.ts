import type { NewEntry } from "@/lib/contract/entries";
import type { ReviewResult } from "@/lib/domain/reviews/result";
import type { ChainState } from "./chain-state";
import type { PlanLease } from "./read-operations";
import {
  createdIn,
  type HeldOutcome,
  outcomeKey,
  recordedOperation,
  type RecordedOperation,
} from "./recorded-operation";

/** What the next entry of a chain is judged against. */
export interface Facts {
  /** The operation with this id. */
  operation(id: string): RecordedOperation | undefined;
  /** The operations about the same guest that came after this one, or may have, by their ids. */
  laterAboutGuest(operationId: string): readonly string[];
  /** The outcome that holds now for this operation, or for one of its steps. */
  outcome(operationId: string, stepId?: string): HeldOutcome | undefined;
  /** What Graph called what this step made. */
  createdId(operationId: string, stepId: string): string | undefined;
  /** The latest lease of this plan; undefined while it never had one. */
  lease(planId: string): PlanLease | undefined;
  /** Who recorded the first operation of this plan. */
  planAuthor(planId: string): string | undefined;
  /** A review's result as it was copied, by the id of its entry. */
  result(entryId: string): ReviewResult | undefined;
  /** The latest correction of that result, by the id of its entry. */
  correction(resultId: string): string | undefined;
  /** The entry that set the policy which holds now; null where nobody has set one. */
  policyEntryId(): string | null;
}

/** The facts of a chain as it was read. */
export function factsOf(state: ChainState): Facts {
  return {
    operation: (id) => state.operations.get(id),
    laterAboutGuest: (operationId) => state.laterAboutGuest.get(operationId) ?? [],
    outcome: (id, stepId) => state.outcomes.get(outcomeKey(id, stepId)),
    createdId: (id, stepId) => state.createdIds.get(outcomeKey(id, stepId)),
    lease: (planId) => state.leases.get(planId),
    planAuthor: (planId) => state.planAuthors.get(planId),
    result: (entryId) => state.results.get(entryId),
    correction: (resultId) => state.corrections.get(resultId),
    policyEntryId: () => state.policyEntryId,
  };
}

/** Facts, and what entries add to them that are not on the chain yet. */
export class FactsWith implements Facts {
  readonly #operations = new Map<string, RecordedOperation>();
  /** The ids of those, by the guest whom they are about. */
  readonly #ofGuest = new Map<string, string[]>();
  readonly #outcomes = new Map<string, HeldOutcome>();
  readonly #createdIds = new Map<string, string>();
  readonly #planAuthors = new Map<string, string>();
  readonly #results = new Map<string, ReviewResult>();
  readonly #corrections = new Map<string, string>();
  #policyEntryId: string | null = null;

  constructor(private readonly before: Facts) {}

  operation(id: string): RecordedOperation | undefined {
    return this.#operations.get(id) ?? this.before.operation(id);
  }

  laterAboutGuest(operationId: string): readonly string[] {
    const added = this.#ofGuest.get(this.operation(operationId)?.guestId ?? "") ?? [];
    // Where it was added itself, only those after it are later.
    const own = added.indexOf(operationId);
    return [...this.before.laterAboutGuest(operationId), ...added.slice(own + 1)];
  }

  outcome(operationId: string, stepId?: string): HeldOutcome | undefined {
    return (
      this.#outcomes.get(outcomeKey(operationId, stepId)) ??
      this.before.outcome(operationId, stepId)
    );
  }

  createdId(operationId: string, stepId: string): string | undefined {
    return (
      this.#createdIds.get(outcomeKey(operationId, stepId)) ??
      this.before.createdId(operationId, stepId)
    );
  }

  lease(planId: string): PlanLease | undefined {
    return this.before.lease(planId);
  }

  planAuthor(planId: string): string | undefined {
    return this.#planAuthors.get(planId) ?? this.before.planAuthor(planId);
  }

  result(entryId: string): ReviewResult | undefined {
    return this.#results.get(entryId) ?? this.before.result(entryId);
  }

  correction(resultId: string): string | undefined {
    return this.#corrections.get(resultId) ?? this.before.correction(resultId);
  }

  policyEntryId(): string | null {
    return this.#policyEntryId ?? this.before.policyEntryId();
  }

  add(entry: NewEntry, actorId: string): void {
    switch (entry.kind) {
      case "planned": {
        const { id, planId, guestId } = entry.operation;
        this.#operations.set(id, recordedOperation(entry.operation, actorId));
        if (guestId !== null)
          this.#ofGuest.set(guestId, [...(this.#ofGuest.get(guestId) ?? []), id]);
        if (this.planAuthor(planId) === undefined) this.#planAuthors.set(planId, actorId);
        return;
      }
      case "carried-out":
        this.#addCreated(entry);
        this.#outcomes.set(outcomeKey(entry.operationId, entry.stepId), {
          entryId: entry.id,
          outcome: entry.outcome,
          isCorrection: entry.correction !== undefined,
        });
        return;
      case "policy-set":
        this.#policyEntryId = entry.id;
        return;
      case "review-result":
        if (entry.corrects === undefined) this.#results.set(entry.id, entry.result);
        else this.#corrections.set(entry.corrects, entry.id);
        return;
      case "bound":
      case "template-saved":
    }
  }

  #addCreated(entry: Extract<NewEntry, { kind: "carried-out" }>): void {
    const planned = this.operation(entry.operationId)?.subject;
    for (const [key, id] of createdIn(entry, planned)) this.#createdIds.set(key, id);
  }
}
