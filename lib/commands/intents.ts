import type { EntriesRequest } from "@/lib/contract/entries";
import type { PlannedDecision } from "@/lib/domain/plan";
import { appendPatiently } from "./append";
import type { Doors } from "./doors";
import type { Halt } from "./halt";

/** So many decisions are written to the ledger at once. */
export const CHUNK = 100;
const WAITS = [500, 2_000];

export interface Intent {
  readonly planned: PlannedDecision;
  /** True when the ledger had it before this run: then it is never acted on again. */
  readonly repeated: boolean;
}

/** Hands out decisions whose intent is on the ledger, and writes the next ones when they run out. */
export class Intents {
  readonly #recorded: Intent[] = [];
  #next = 0;
  #recording: Promise<void> | null = null;

  constructor(
    private readonly decisions: readonly PlannedDecision[],
    private readonly doors: Doors,
    private readonly halt: Halt,
    private readonly onRecorded: (intent: Intent) => void,
  ) {}

  /** The next decision that may be acted on; null when there is none, or the run was stopped. */
  async next(): Promise<Intent | null> {
    while (!this.halt.signal.aborted) {
      const intent = this.#recorded.shift();
      if (intent !== undefined) return intent;
      if (this.#next >= this.decisions.length) return null;
      this.#recording ??= this.#recordChunk().finally(() => {
        this.#recording = null;
      });
      await this.#recording;
    }
    return null;
  }

  /** Those on the ledger that nobody took. */
  left(): readonly Intent[] {
    return this.#recorded.splice(0);
  }

  async #recordChunk(): Promise<void> {
    const chunk = this.decisions.slice(this.#next, this.#next + CHUNK);
    const appended = await appendPatiently(requestFor(chunk), this.doors, WAITS);
    if (appended.kind === "not-appended") {
      this.halt.because({ kind: "ledger-unavailable" });
      return;
    }
    this.#next += chunk.length;
    const repeatedIds = new Set(
      appended.answer.receipts.filter((receipt) => receipt.repeated).map(({ id }) => id),
    );
    for (const planned of chunk) {
      const repeated = appended.tries === 1 && repeatedIds.has(planned.decision.id);
      const intent = { planned, repeated };
      this.#recorded.push(intent);
      this.onRecorded(intent);
    }
  }
}

/** An entry has its decision's id: recording a decision twice is recording it once. */
function requestFor(chunk: readonly PlannedDecision[]): EntriesRequest {
  return {
    entries: chunk.map(({ decision }) => ({ id: decision.id, kind: "decided", decision })),
    cards: chunk.flatMap(({ guest }) => {
      // A card without a name and a mail would say nothing, or overwrite one that says something.
      if (guest.displayName === "" && guest.mail === null) return [];
      const mail = guest.mail === null ? null : guest.mail.slice(0, 320);
      return [{ subjectId: guest.id, displayName: guest.displayName.slice(0, 2_048), mail }];
    }),
  };
}
