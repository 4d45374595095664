import { ApiError } from "@/lib/contract/api-error";
import type { EntriesAnswer, EntriesRequest, NewEntry } from "@/lib/contract/entries";
import { LEASE_SECONDS, type LeaseAnswer, type LeaseRequest } from "@/lib/contract/lease";
import type { Outcome } from "@/lib/domain/outcome";
import type { RecordedState } from "../../runner-services";
import { JudgedEntries } from "../judged-entries";

/** The tenant of everybody in the small choices. */
export const TENANT = "00000000-0000-4000-9000-0000000000fe";

interface LeaseRow {
  readonly fence: number;
  readonly session: string;
  readonly holder: string;
  /** Which executor's session it is. */
  readonly from: string;
  readonly expiresAt: number;
  readonly runs: boolean;
  readonly sentUntil: number | null;
}

/** Who asks the server: a person, at one of their browsers. */
export interface Asking {
  readonly from: string;
  readonly userId: string;
}

/** The server without its database: the ledger's own rules over entries in memory, and the table of leases. */
export class Server {
  readonly entries: { readonly entry: NewEntry; readonly from: string; readonly at: number }[] = [];
  readonly leases = new Map<string, LeaseRow>();
  /** Told of each entry right before it is on the ledger. */
  onEntry: (entry: NewEntry, from: string) => void = () => undefined;
  readonly #judged = new JudgedEntries(TENANT, (planId) => {
    const row = this.leases.get(planId);
    return row && { fence: row.fence, holderId: row.holder };
  });

  constructor(private readonly now: () => number) {}

  /** All entries of a request, or none. */
  append({ entries }: EntriesRequest, { from, userId }: Asking): EntriesAnswer {
    const isRepeated = this.#judged.add(entries, userId);
    const added = entries.filter((_, index) => isRepeated[index] !== true);
    for (const entry of added) {
      this.onEntry(entry, from);
      this.entries.push({ entry, from, at: this.now() });
    }
    const receipt = { seq: 0, hash: "", recordedAt: this.now() };
    return {
      receipts: entries.map(({ id }, index) => ({
        ...receipt,
        id,
        repeated: isRepeated[index] === true,
      })),
    };
  }

  /** What `acquireLease` does in the database, by the server's clock; `lib/ledger/leases.db.test.ts` has its rules. */
  acquire(
    { planId, session, runs = true, renews }: LeaseRequest,
    { from, userId }: Asking,
  ): LeaseAnswer {
    const row = this.leases.get(planId);
    const isOurs = row?.session === session && row.holder === userId;
    const mayHave =
      renews === undefined
        ? row === undefined || isOurs || row.expiresAt <= this.now()
        : isOurs && row.fence === renews;
    if (!mayHave) throw new ApiError("conflict", "This plan is being carried out somewhere else.");
    const fence = row === undefined ? 1 : isOurs ? row.fence : row.fence + 1;
    const expiresAt = this.now() + LEASE_SECONDS * 1_000;
    const sentUntil =
      row !== undefined && !isOurs && row.runs
        ? Math.max(row.sentUntil ?? 0, row.expiresAt)
        : (row?.sentUntil ?? null);
    const runsPart = renews === undefined ? { runs } : { runs: row?.runs ?? runs };
    this.leases.set(planId, {
      ...{ fence, session, holder: userId, from, expiresAt, sentUntil },
      ...runsPart,
    });
    return { fence, expiresAt, now: this.now(), sentUntil };
  }

  release({ planId, session }: LeaseRequest): void {
    const row = this.leases.get(planId);
    if (row?.session === session) this.leases.set(planId, { ...row, expiresAt: this.now() });
  }

  /** The lease of a plan while it lives. */
  holderOf(planId: string): LeaseRow | null {
    const row = this.leases.get(planId);
    return row !== undefined && row.expiresAt > this.now() ? row : null;
  }

  /** What it has of a plan, whose operations are of one request each. */
  recordedOf(planId: string): ReadonlyMap<string, RecordedState> {
    const ids = this.entries.flatMap(({ entry }) =>
      entry.kind === "planned" && entry.operation.planId === planId ? [entry.operation.id] : [],
    );
    const stateOf = (id: string): RecordedState => {
      const held = this.#judged.facts.outcome(id);
      if (held === undefined) return { outcome: null, steps: [] };
      const { outcome, entryId, isCorrection } = held;
      const correction = isCorrection ? "Somebody has corrected it." : null;
      return { outcome: { ...outcome, entryId, correction }, steps: [] };
    };
    return new Map(ids.map((id) => [id, stateOf(id)]));
  }

  outcomesOf(operationId: string): readonly Outcome[] {
    return this.entries.flatMap(({ entry }) =>
      entry.kind === "carried-out" && entry.operationId === operationId ? [entry.outcome] : [],
    );
  }
}
