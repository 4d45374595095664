import type { Instant } from "@/lib/domain/time";
import type { Database } from "../database";
import { inTenant } from "../tenant-transaction";
import { deliverCheckpoint } from "./deliver-checkpoint";
import { signerOf } from "./known-keys";
import { newestCheckpoint, takeCheckpoint } from "./take-checkpoint";

/** This many new entries are signed at once. */
const MOST_ENTRIES = 1_000;
/** Fewer entries wait at most this long, in milliseconds, while the program runs. */
const LONGEST_WAIT = 5 * 60_000;
/** What could not be signed or delivered is tried again after this, in milliseconds. */
const TRY_AGAIN = 60_000;

/** Runs something after this many milliseconds. The result cancels it. */
export type Later = (milliseconds: number, run: () => void) => () => void;

/** Uses the computer's clock. A process that has nothing else to do ends without waiting for it. */
const afterTime: Later = (milliseconds, run) => {
  const timer = setTimeout(run, milliseconds).unref();
  return () => {
    clearTimeout(timer);
  };
};

/** What is recorded of one tenant and not signed yet. */
interface Unsigned {
  /** How many entries the newest checkpoint covers. */
  signed: number;
  /** Cancels the next signing. */
  callOff: (() => void) | null;
}

/** When the histories in one database are signed: every thousand entries, or five minutes after the first unsigned one. */
export class CheckpointSchedule {
  readonly #database: Database;
  readonly #later: Later;
  readonly #tenants = new Map<string, Promise<Unsigned>>();

  constructor(database: Database, later: Later = afterTime) {
    this.#database = database;
    this.#later = later;
    database.closing.addEventListener("abort", () => void this.#stop());
  }

  /** Looks whether something waits to be signed since before this process began. */
  async resume(tenant: string): Promise<void> {
    const first = await this.#oldestUnsigned(tenant);
    if (first !== null) await this.noticed(tenant, first.seq, first.recordedAt);
  }

  /** Takes note of an entry of a tenant, by its place and when it was recorded; signs now, or later. */
  async noticed(tenant: string, seq: number, recordedAt: Instant = Date.now()): Promise<void> {
    if (signerOf(this.#database.checkpoints, tenant) === null) return;
    const unsigned = await this.#unsignedOf(tenant);
    if (seq <= unsigned.signed) return;
    const isFull = seq - unsigned.signed >= MOST_ENTRIES;
    const wait = isFull ? 0 : Math.max(0, recordedAt + LONGEST_WAIT - Date.now());
    if (unsigned.callOff !== null && !isFull) return;
    this.#signIn(wait, tenant, unsigned);
  }

  #signIn(wait: number, tenant: string, unsigned: Unsigned): void {
    unsigned.callOff?.();
    unsigned.callOff = this.#later(wait, () => {
      unsigned.callOff = null;
      void this.#sign(tenant, unsigned);
    });
  }

  async #sign(tenant: string, unsigned: Unsigned): Promise<void> {
    if (this.#isClosing()) return;
    try {
      const taken = await takeCheckpoint(this.#database, tenant);
      if (taken !== null) unsigned.signed = Math.max(unsigned.signed, taken.size);
      await deliverCheckpoint(this.#database, tenant);
    } catch (error) {
      if (this.#isClosing()) return;
      console.error("A checkpoint of the history could not be taken or delivered.", error);
      this.#signIn(TRY_AGAIN, tenant, unsigned);
    }
  }

  #isClosing(): boolean {
    return this.#database.closing.aborted;
  }

  #unsignedOf(tenant: string): Promise<Unsigned> {
    const known = this.#tenants.get(tenant);
    if (known !== undefined) return known;
    const read = inTenant(this.#database, tenant, async (transaction) => {
      const last = await newestCheckpoint(transaction, tenant);
      return { signed: last?.size ?? 0, callOff: null };
    });
    this.#tenants.set(tenant, read);
    // The next entry reads it again.
    read.catch(() => this.#tenants.delete(tenant));
    return read;
  }

  #oldestUnsigned(tenant: string): Promise<{ seq: number; recordedAt: Instant } | null> {
    return inTenant(this.#database, tenant, async (transaction) => {
      const last = await newestCheckpoint(transaction, tenant);
      const row = await transaction.entry.findFirst({
        where: { tenant, seq: { gt: last?.size ?? 0 } },
        orderBy: { seq: "asc" },
        select: { seq: true, recordedAt: true },
      });
      return row === null ? null : { seq: Number(row.seq), recordedAt: row.recordedAt.getTime() };
    });
  }

  async #stop(): Promise<void> {
    for (const unsigned of await Promise.allSettled(this.#tenants.values())) {
      if (unsigned.status === "fulfilled") unsigned.value.callOff?.();
    }
  }
}

const schedules = new WeakMap<Database, CheckpointSchedule>();

/** The schedule of a database: one of each. */
export function scheduleOf(database: Database): CheckpointSchedule {
  const known = schedules.get(database) ?? new CheckpointSchedule(database);
  schedules.set(database, known);
  return known;
}

/** Notes a recorded entry by its place. Nobody waits for a checkpoint, and a failed one does not undo the record. */
export function noticeForCheckpoint(database: Database, tenant: string, seq: number): void {
  scheduleOf(database)
    .noticed(tenant, seq)
    .catch((error: unknown) => {
      // A command that is over closes the database under this reading; the next process looks again.
      if (database.closing.aborted) return;
      console.error("It is not known when the history was signed last.", error);
    });
}
