import type { NewEntry } from "@/lib/contract/entries";
import type { Operation } from "@/lib/domain/operation";
import type { PlannedOperation } from "@/lib/domain/plan";
import { appendEach, cardsFor, inGroups, type NotTaken } from "./append";
import type { Stopped } from "./run";
import type { RunAbort } from "./run-context";
import type { RunnerServices } from "./runner-services";
import { stoppedBy } from "./stopped-by";
import type { Outcome } from "@/lib/domain/outcome";
import { sleep } from "@/lib/graph/clock";
import type { About } from "@/lib/operations/step-driver";

/** How many operations are written to the ledger at once. */
const OPERATIONS_TOGETHER = 100;
/** Well below the server's limit for a request, in bytes, even where each character takes two. */
const MOST_CHARACTERS = 500_000;
const PLAN_WAITS = [500, 2_000];

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
    for (let size = OPERATIONS_TOGETHER; ; size = Math.ceil(size / 2)) {
      const chunk = this.operations.slice(this.#next, this.#next + size);
      const entries = chunk.map(({ operation }) => plannedEntry(operation, this.operations.length));
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
    const { appended, refused, why } = await appendEach(chunk, this.services, PLAN_WAITS, cardsOf);
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

/** An entry has its operation's id, so recording it twice records it once; `confirmed` counts its plan. */
export function plannedEntry(operation: Operation, confirmed: number): PlannedEntry {
  const { id, steps } = operation;
  return { id, kind: "planned", operation: { ...operation, steps: [...steps] }, confirmed };
}

/** How long outcomes are batched before they are written. */
const GATHER_MILLISECONDS = 200;
const OUTCOMES_TOGETHER = 50;
const WAITS_WHILE_RUNNING = [500, 1_000, 2_000];
const WAITS_AT_THE_END = [1_000, 2_000, 4_000, 8_000, 16_000];

/** What belongs to an outcome besides its result. */
export interface OutcomeDetails {
  /** The step whose outcome it is, of an operation with several. */
  readonly stepId?: string | undefined;
  /** The id that Graph gave to the created object. */
  readonly createdId?: string | undefined;
  /** Why it replaces an outcome that said something else. */
  readonly correction?: string | undefined;
  /** The entry of the replaced outcome. */
  readonly replaces?: string | undefined;
}

type OutcomeEntry = Extract<NewEntry, { kind: "carried-out" }>;

/** Writes outcomes to the ledger in batches, and keeps unconfirmed ones in the outbox. */
export class OutcomeWriter {
  readonly #unsaved = new Map<string, OutcomeEntry>();
  /** The unsaved ones that are being written now. */
  #underWay: ReadonlySet<string> = new Set();
  #writing: Promise<void> | null = null;
  #broken = false;
  /** Operations whose outcome the ledger refused, for something newer or because it was invalid. */
  readonly #refused = new Set<string>();

  constructor(
    private readonly services: RunnerServices,
    /** The fence of the lease under which these outcomes were found. */
    private readonly fence: number,
    private readonly listeners: {
      /** The ledger takes no outcomes, so no new operation should begin. */
      readonly broken: (why: NotTaken) => void;
      readonly unsaved: (count: number) => void;
    },
  ) {}

  /** Takes an outcome; it is in the outbox when this returns, and soon in the ledger. */
  write(
    operationId: string,
    { guestId, subject }: About,
    outcome: Outcome,
    { stepId, createdId, correction, replaces }: OutcomeDetails = {},
  ): void {
    const entry: OutcomeEntry = {
      id: this.services.mintId(),
      kind: "carried-out",
      operationId,
      ...(stepId !== undefined && { stepId }),
      guestId,
      ...(subject !== null && { subject }),
      ...(createdId !== undefined && { createdId }),
      outcome,
      fence: this.fence,
      ...(correction !== undefined && { correction }),
      ...(replaces !== undefined && { replaces }),
    };
    this.services.outbox.keep(entry);
    this.#unsaved.set(entry.id, entry);
    this.#forgetEarlier(entry);
    this.listeners.unsaved(this.#unsaved.size);
    this.#writing ??= this.#writeAll();
  }

  /** Resolves when everything that was written so far is confirmed, or could not be. */
  async flush(): Promise<void> {
    while (this.#writing !== null) await this.#writing;
  }

  /** Resolves when everything is confirmed, or the ledger was given up: then it stays in the outbox. */
  async close(): Promise<ReadonlySet<string>> {
    await this.flush();
    if (this.#unsaved.size > 0) await this.#writeGroups(WAITS_AT_THE_END);
    const unsaved = [...this.#unsaved.values()].map(({ operationId }) => operationId);
    return new Set([...unsaved, ...this.#refused]);
  }

  /** An outcome that is not written yet is dropped for a newer one about the same operation. */
  #forgetEarlier({ id, operationId, stepId }: OutcomeEntry): void {
    for (const earlier of this.#unsaved.values()) {
      const isSame = earlier.operationId === operationId && earlier.stepId === stepId;
      if (!isSame || earlier.id === id) continue;
      if (this.#underWay.has(earlier.id)) continue;
      this.#unsaved.delete(earlier.id);
      this.services.outbox.drop([earlier.id]);
    }
  }

  async #writeAll(): Promise<void> {
    await sleep(this.services.clock, GATHER_MILLISECONDS);
    if (!this.#broken) await this.#writeGroups(WAITS_WHILE_RUNNING);
    this.#writing = null;
  }

  async #writeGroups(waits: readonly number[]): Promise<void> {
    while (this.#unsaved.size > 0) {
      const [group = []] = inGroups([...this.#unsaved.values()], OUTCOMES_TOGETHER);
      const ids = group.map(({ id }) => id);
      this.#underWay = new Set(ids);
      const left = await appendEach(group, this.services, waits);
      if (left.why !== null) {
        this.#broken = true;
        this.listeners.broken(left.why);
        return;
      }
      this.#broken = false;
      this.services.outbox.drop(ids);
      for (const id of ids) this.#unsaved.delete(id);
      for (const { entry } of left.refused) this.#refused.add(entry.operationId);
      this.listeners.unsaved(this.#unsaved.size);
    }
  }
}
