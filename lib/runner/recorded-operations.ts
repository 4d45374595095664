import type { EntriesRequest, NewEntry } from "@/lib/contract/entries";
import { type Appended, appendWithRetry, isAboutOneEntry } from "./append";
import type { RunnerServices } from "./runner-services";
import type { Stopped } from "./run";
import type { RunAbort } from "./run-abort";
import { stoppedBy } from "./stopped-by";
import type { Operation } from "@/lib/domain/operation";
import type { PlannedOperation } from "@/lib/domain/plan";
import { cardsFor } from "./cards-for";

/** How many operations are written to the ledger at once. */
const RECORDED_TOGETHER = 100;
/** Well below what the server reads of one request, in bytes, also where each character takes two. */
const MOST_CHARACTERS = 500_000;
const WAITS = [500, 2_000];

export interface Recorded {
  readonly operation: Operation;
  /** True when the ledger had it before this run: then it is never sent again. */
  readonly repeated: boolean;
}

/** What is told of the operations while they are written. */
interface Listeners {
  readonly recorded: (operation: Operation) => void;
  /** The ledger does not take this one: the others go on without it. */
  readonly refused: (operation: Operation, why: Stopped) => void;
}

/** Hands out operations that are on the ledger, and writes the next ones when they run out. */
export class RecordedOperations {
  readonly #recorded: Recorded[] = [];
  readonly #left: PlannedOperation[];
  /** How many the next request carries at most. */
  #most = RECORDED_TOGETHER;
  #recording: Promise<void> | null = null;

  constructor(
    operations: readonly PlannedOperation[],
    private readonly services: RunnerServices,
    private readonly abort: RunAbort,
    /** Whether this plan had begun before, here or anywhere else. */
    private readonly again: boolean,
    private readonly listeners: Listeners,
  ) {
    this.#left = [...operations];
  }

  /** The next operation that may be carried out; null when there is none, or the run was stopped. */
  async next(): Promise<Recorded | null> {
    while (!this.abort.signal.aborted) {
      const recorded = this.#recorded.shift();
      if (recorded !== undefined) return recorded;
      if (this.#left.length === 0) return null;
      this.#recording ??= this.#recordChunk().finally(() => {
        this.#recording = null;
      });
      await this.#recording;
    }
    return null;
  }

  /** Those on the ledger that nobody took. */
  left(): readonly Recorded[] {
    return this.#recorded.splice(0);
  }

  /** As many of the next operations as one request may carry. */
  #nextChunk(): { readonly chunk: readonly PlannedOperation[]; readonly request: EntriesRequest } {
    for (let size = this.#most; ; size = Math.ceil(size / 2)) {
      const chunk = this.#left.slice(0, size);
      const request = requestFor(chunk);
      if (size === 1 || JSON.stringify(request).length <= MOST_CHARACTERS)
        return { chunk, request };
    }
  }

  async #recordChunk(): Promise<void> {
    const { chunk, request } = this.#nextChunk();
    const appended = await appendWithRetry(request, this.services, WAITS);
    if (appended.kind === "not-appended") {
      this.#leaveOut(chunk, appended);
      return;
    }
    this.#most = Math.min(RECORDED_TOGETHER, this.#most * 2);
    this.#left.splice(0, chunk.length);
    const repeatedIds = new Set(
      appended.answer.receipts.filter((receipt) => receipt.repeated).map(({ id }) => id),
    );
    for (const { operation } of chunk) {
      // A receipt that was lost on its way makes our own first writing look like an earlier run's.
      const mayBeOurs = appended.tries > 1 && !this.again;
      const repeated = repeatedIds.has(operation.id) && !mayBeOurs;
      this.#recorded.push({ operation, repeated });
      this.listeners.recorded(operation);
    }
  }

  /** One operation that is refused does not keep the others away: where it is not named, the next request is half as large. */
  #leaveOut(
    chunk: readonly PlannedOperation[],
    { because, message, refusedEntry }: Extract<Appended, { kind: "not-appended" }>,
  ): void {
    const why = stoppedBy(because, message);
    if (!isAboutOneEntry(because)) {
      this.abort.stop(why);
      return;
    }
    const place = chunk.length === 1 ? 0 : refusedEntry;
    const refused = place === null ? undefined : chunk[place];
    if (place === null || refused === undefined) {
      this.#most = Math.ceil(chunk.length / 2);
      return;
    }
    this.#left.splice(place, 1);
    this.listeners.refused(refused.operation, why);
  }
}

function requestFor(chunk: readonly PlannedOperation[]): EntriesRequest {
  return {
    entries: chunk.map(({ operation }) => plannedEntry(operation)),
    cards: cardsFor(chunk.map(({ guest }) => guest)),
  };
}

/** The entry of an operation has its id: recording it twice is recording it once. */
export function plannedEntry(operation: Operation): Extract<NewEntry, { kind: "planned" }> {
  const { id, steps } = operation;
  return { id, kind: "planned", operation: { ...operation, steps: [...steps] } };
}
