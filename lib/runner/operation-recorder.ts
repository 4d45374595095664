import type { NewEntry } from "@/lib/contract/entries";
import type { Operation } from "@/lib/domain/operation";
import type { PlannedOperation } from "@/lib/domain/plan";
import { appendEach, cardsFor } from "./append";
import type { Stopped } from "./run";
import type { RunAbort } from "./run-context";
import type { RunnerServices } from "./runner-services";
import { stoppedBy } from "./stopped-by";

/** How many operations are written to the ledger at once. */
const RECORDED_TOGETHER = 100;
/** Well below the server's limit for a request, in bytes, even where each character takes two. */
const MOST_CHARACTERS = 500_000;
const WAITS = [500, 2_000];

type PlannedEntry = Extract<NewEntry, { kind: "planned" }>;

/** An operation that is on the ledger, and may be carried out. */
export interface RecordedNow {
  readonly operation: Operation;
  /** True when the ledger had it before this run: then it is never sent again. */
  readonly repeated: boolean;
}

/** Called while the operations are written. */
interface Listeners {
  readonly recorded: (operation: Operation) => void;
  /** The ledger refuses this operation; the others go on without it. */
  readonly notTaken: (operation: Operation, why: Stopped) => void;
}

/** Writes the operations of a plan to the ledger, and hands out those that are recorded one by one. */
export class OperationRecorder {
  readonly #recorded: RecordedNow[] = [];
  readonly #planned: ReadonlyMap<string, PlannedOperation>;
  #next = 0;
  #recording: Promise<void> | null = null;

  constructor(
    private readonly operations: readonly PlannedOperation[],
    private readonly services: RunnerServices,
    private readonly abort: RunAbort,
    /** Whether this plan was begun before, here or elsewhere. */
    private readonly again: boolean,
    private readonly listeners: Listeners,
  ) {
    this.#planned = new Map(operations.map((each) => [each.operation.id, each]));
  }

  /** The next recorded operation; null when there is none, or the run was stopped. */
  async next(): Promise<RecordedNow | null> {
    while (!this.abort.signal.aborted) {
      const recorded = this.#recorded.shift();
      if (recorded !== undefined) return recorded;
      if (this.#next >= this.operations.length) return null;
      this.#recording ??= this.#recordChunk().finally(() => {
        this.#recording = null;
      });
      await this.#recording;
    }
    return null;
  }

  /** Recorded operations that were not handed out. */
  left(): readonly RecordedNow[] {
    return this.#recorded.splice(0);
  }

  /** As many of the next operations as fit into one request. */
  #nextChunk(): readonly PlannedEntry[] {
    for (let size = RECORDED_TOGETHER; ; size = Math.ceil(size / 2)) {
      const chunk = this.operations.slice(this.#next, this.#next + size);
      const entries = chunk.map(({ operation }) => plannedEntry(operation));
      const request = { entries, cards: this.#cardsOf(entries) };
      if (size === 1 || JSON.stringify(request).length <= MOST_CHARACTERS) return entries;
    }
  }

  #cardsOf(entries: readonly PlannedEntry[]) {
    return cardsFor(entries.map(({ id }) => this.#planned.get(id)?.guest ?? null));
  }

  async #recordChunk(): Promise<void> {
    const chunk = this.#nextChunk();
    const cardsOf = (entries: readonly PlannedEntry[]) => this.#cardsOf(entries);
    const { appended, refused, why } = await appendEach(chunk, this.services, WAITS, cardsOf);
    this.#next += chunk.length;
    for (const { entry, repeated, tries } of appended) {
      const { operation } = entry;
      // If the first receipt was lost, our own first try looks like an earlier run.
      const mayBeOurs = tries > 1 && !this.again;
      this.#recorded.push({ operation, repeated: repeated && !mayBeOurs });
      this.listeners.recorded(operation);
    }
    for (const { entry, why: because } of refused) {
      this.listeners.notTaken(entry.operation, stoppedBy(because));
    }
    if (why !== null) this.abort.stop(stoppedBy(why));
  }
}

/** An entry has its operation's id, so recording it twice records it once. */
export function plannedEntry(operation: Operation): PlannedEntry {
  const { id, steps } = operation;
  return { id, kind: "planned", operation: { ...operation, steps: [...steps] } };
}
