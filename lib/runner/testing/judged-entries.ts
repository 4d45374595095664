import { ApiError } from "@/lib/contract/api-error";
import type { NewEntry } from "@/lib/contract/entries";
import { LedgerError } from "@/lib/ledger/ledger-error";
import { type Facts, FactsWith } from "@/lib/ledger/recorded-facts";
import { refuseUnfounded } from "@/lib/ledger/refuse-unfounded";
import { refuseStaleWhole } from "@/lib/ledger/refuse-unfounded-outcome";

const NOTHING: Omit<Facts, "lease"> = {
  operation: () => undefined,
  laterOnAccount: () => [],
  createdId: () => undefined,
  outcome: () => undefined,
  planAuthor: () => undefined,
  policyEntryId: () => null,
  result: () => undefined,
  correction: () => undefined,
};

/** A chain in memory that takes and refuses what the server's does, by the ledger's own rules, as `ChainDraft` applies them. */
export class JudgedEntries {
  readonly #known = new Map<string, { readonly text: string; readonly userId: string }>();
  #facts: Facts;

  constructor(lease: Facts["lease"]) {
    this.#facts = { ...NOTHING, lease };
  }

  get facts(): Pick<Facts, "outcome" | "createdId"> {
    return this.#facts;
  }

  /** Takes all entries of a request, or none; true for each that it had before. Throws ApiError as our API does. */
  add(entries: readonly NewEntry[], userId: string): readonly boolean[] {
    const facts = new FactsWith(this.#facts);
    const texts = entries.map((entry) => JSON.stringify(entry));
    const isRepeated = entries.map((entry, index) => {
      const known = this.#known.get(entry.id);
      if (known?.userId === userId && known.text === texts[index]) return true;
      if (known !== undefined) {
        throw new ApiError("conflict", "Another entry has this id.", `entries[${index}].id`);
      }
      asOnTheWire(() => {
        refuseUnfounded(entry, `entries[${index}]`, userId, facts);
      });
      facts.add(entry, userId);
      return false;
    });
    for (const [index, entry] of entries.entries()) {
      if (isRepeated[index] === true) continue;
      asOnTheWire(() => {
        refuseStaleWhole(entry, `entries[${index}]`, facts);
      });
    }
    for (const [index, { id }] of entries.entries()) {
      if (isRepeated[index] !== true) this.#known.set(id, { text: texts[index] ?? "", userId });
    }
    this.#facts = facts;
    return isRepeated;
  }
}

/** A refusal of the ledger, as it reaches who asked. */
function asOnTheWire(judge: () => void): void {
  try {
    judge();
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    throw new ApiError(error.kind, error.message, error.field);
  }
}
