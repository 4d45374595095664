import type { NewEntry } from "@/lib/contract/entries";
import type { Outcome } from "@/lib/domain/outcome";
import { appendEach, inGroups, type NotTaken } from "./append";
import type { RunnerServices } from "./runner-services";
import { sleep } from "@/lib/graph/clock";
import type { About } from "@/lib/operations/step-driver";

/** How long outcomes are batched before they are written. */
const GATHER_MILLISECONDS = 200;
const GROUP = 50;
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
      const [group = []] = inGroups([...this.#unsaved.values()], GROUP);
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
