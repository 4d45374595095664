import type { EntriesRequest } from "@/lib/contract/entries";
import { appendPatiently } from "./append";
import type { Doors } from "./doors";
import type { Halt } from "./halt";
import { stoppedBy } from "./stopped-by";
import type { Deed } from "./way";

/** So many deeds are written to the ledger at once. */
export const RECORDED_TOGETHER = 100;
/** Well below what the server reads of one request, in bytes, also where each character takes two. */
const MOST_CHARACTERS = 500_000;
const WAITS = [500, 2_000];

export interface Recorded<D> {
  readonly deed: D;
  /** True when the ledger had it before this run: then it is never sent again. */
  readonly repeated: boolean;
}

/** Hands out deeds that are on the ledger, and writes the next ones when they run out. */
export class RecordedDeeds<D extends Deed> {
  readonly #recorded: Recorded<D>[] = [];
  #next = 0;
  #recording: Promise<void> | null = null;

  constructor(
    private readonly deeds: readonly D[],
    /** An entry has its deed's id: recording a deed twice is recording it once. */
    private readonly requestFor: (chunk: readonly D[]) => EntriesRequest,
    private readonly doors: Doors,
    private readonly halt: Halt,
    /** Whether this plan had begun before, perhaps on a page that was reloaded. */
    private readonly again: boolean,
    private readonly onRecorded: (deed: D) => void,
  ) {}

  /** The next deed that may be carried out; null when there is none, or the run was stopped. */
  async next(): Promise<Recorded<D> | null> {
    while (!this.halt.signal.aborted) {
      const recorded = this.#recorded.shift();
      if (recorded !== undefined) return recorded;
      if (this.#next >= this.deeds.length) return null;
      this.#recording ??= this.#recordChunk().finally(() => {
        this.#recording = null;
      });
      await this.#recording;
    }
    return null;
  }

  /** Those on the ledger that nobody took. */
  left(): readonly Recorded<D>[] {
    return this.#recorded.splice(0);
  }

  /** As many of the next deeds as one request may carry. */
  #nextChunk(): { readonly chunk: readonly D[]; readonly request: EntriesRequest } {
    for (let size = RECORDED_TOGETHER; ; size = Math.ceil(size / 2)) {
      const chunk = this.deeds.slice(this.#next, this.#next + size);
      const request = this.requestFor(chunk);
      if (size === 1 || JSON.stringify(request).length <= MOST_CHARACTERS)
        return { chunk, request };
    }
  }

  async #recordChunk(): Promise<void> {
    const { chunk, request } = this.#nextChunk();
    const appended = await appendPatiently(request, this.doors, WAITS);
    if (appended.kind === "not-appended") {
      this.halt.because(stoppedBy(appended.because, appended.message));
      return;
    }
    this.#next += chunk.length;
    const repeatedIds = new Set(
      appended.answer.receipts.filter((receipt) => receipt.repeated).map(({ id }) => id),
    );
    for (const deed of chunk) {
      // A receipt that was lost on its way makes our own first writing look like an earlier run's.
      const mayBeOurs = appended.tries > 1 && !this.again;
      const repeated = repeatedIds.has(deed.id) && !mayBeOurs;
      this.#recorded.push({ deed, repeated });
      this.onRecorded(deed);
    }
  }
}
