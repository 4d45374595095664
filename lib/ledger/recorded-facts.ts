import type { NewEntry } from "@/lib/contract/entries";
import type { Outcome } from "@/lib/domain/outcome";
import { type ChainState, recordedAct, type RecordedAct } from "./chain-state";

/** What the next entry of a chain is judged against. */
export interface Facts {
  /** The decision or intent with this id. */
  act(id: string): RecordedAct | undefined;
  /** The outcome that holds now for the decision or intent with this id. */
  outcome(id: string): Outcome | undefined;
  /** The number of the latest lease of this plan. */
  fence(planId: string): number | undefined;
  /** Who recorded the first decision or intent of this plan. */
  planAuthor(planId: string): string | undefined;
  /** The entry that set the policy which holds now; null where nobody has set one. */
  policyEntryId(): string | null;
}

/** The facts of a chain as it was read. */
export function factsOf(state: ChainState): Facts {
  return {
    act: (id) => state.acts.get(id),
    outcome: (id) => state.outcomes.get(id),
    fence: (planId) => state.fences.get(planId),
    planAuthor: (planId) => state.planAuthors.get(planId),
    policyEntryId: () => state.policyEntryId,
  };
}

/** Facts, and what entries add to them that are not on the chain yet. */
export class FactsWith implements Facts {
  readonly #acts = new Map<string, RecordedAct>();
  readonly #outcomes = new Map<string, Outcome>();
  readonly #planAuthors = new Map<string, string>();
  #policyEntryId: string | null = null;

  constructor(private readonly before: Facts) {}

  act(id: string): RecordedAct | undefined {
    return this.#acts.get(id) ?? this.before.act(id);
  }

  outcome(id: string): Outcome | undefined {
    return this.#outcomes.get(id) ?? this.before.outcome(id);
  }

  fence(planId: string): number | undefined {
    return this.before.fence(planId);
  }

  planAuthor(planId: string): string | undefined {
    return this.#planAuthors.get(planId) ?? this.before.planAuthor(planId);
  }

  policyEntryId(): string | null {
    return this.#policyEntryId ?? this.before.policyEntryId();
  }

  add(entry: NewEntry, actorId: string): void {
    switch (entry.kind) {
      case "decided":
      case "intended": {
        const [id, act] = recordedAct(entry, actorId);
        this.#acts.set(id, act);
        if (this.planAuthor(act.planId) === undefined) this.#planAuthors.set(act.planId, actorId);
        return;
      }
      case "carried-out":
        this.#outcomes.set(entry.decisionId, entry.outcome);
        return;
      case "policy-set":
        this.#policyEntryId = entry.id;
        return;
      case "review-result":
      case "template-saved":
    }
  }
}
