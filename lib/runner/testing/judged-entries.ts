import { ApiError } from "@/lib/contract/api-error";
import type { NewEntry } from "@/lib/contract/entries";
import { contentOfNew } from "@/lib/ledger/entry-content";
import { judgeRequest } from "@/lib/ledger/judge-request";
import { LedgerError } from "@/lib/ledger/ledger-error";
import { type Facts, FactsWith } from "@/lib/ledger/recorded-facts";

const NOTHING: Omit<Facts, "lease"> = {
  operation: () => undefined,
  laterAboutGuest: () => [],
  createdId: () => undefined,
  outcome: () => undefined,
  planAuthor: () => undefined,
  policyEntryId: () => null,
  result: () => undefined,
  correction: () => undefined,
};

/** A chain in memory, of people who may operate: the ledger's own rules decide what it takes. */
export class JudgedEntries {
  readonly #known = new Map<string, { readonly content: string; readonly actorId: string }>();
  readonly #facts: FactsWith;

  constructor(
    private readonly tenant: string,
    lease: Facts["lease"],
  ) {
    this.#facts = new FactsWith({ ...NOTHING, lease });
  }

  get facts(): Pick<Facts, "outcome"> {
    return this.#facts;
  }

  /** Takes all entries of a request, or none; true for each that it had before. Throws ApiError as our API does. */
  add(entries: readonly NewEntry[], actorId: string): readonly boolean[] {
    try {
      const { tenant } = this;
      const [known, facts] = [this.#known, this.#facts];
      judgeRequest(entries, { actorId, mayOperate: true, tenant, known, facts });
    } catch (error) {
      if (!(error instanceof LedgerError)) throw error;
      throw new ApiError(error.kind, error.message, error.field);
    }
    return entries.map((entry) => {
      if (this.#known.has(entry.id)) return true;
      this.#known.set(entry.id, { content: contentOfNew(entry), actorId });
      this.#facts.add(entry, actorId);
      return false;
    });
  }
}
