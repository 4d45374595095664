import type { Guest } from "@/lib/domain/guest";
import { DEFAULT_POLICY, type Policy } from "@/lib/domain/policy";
import { DAY, type Instant } from "@/lib/domain/time";
import { Gate } from "./gate";
import { GuestStore } from "./guest-store";
import type { GuestReader } from "./guest-reader";
import { readEverybody } from "./guest-reading";
import type {
  GuestQuery,
  GuestRow,
  Inventory,
  ListOwner,
  Neighbors,
  Overview,
  Progress,
  QueryAnswer,
} from "./inventory";
import { NamedSets } from "./named-sets";
import { IDLE, ProgressReport, type Report } from "./progress-report";

export interface InventoryServices {
  readonly reader: GuestReader;
  readonly onReport: (report: Report) => void;
  /** By which guests are judged: the server's time. */
  readonly now: () => Instant;
  /** By which the progress is told; a page counts it down by the same computer's clock. */
  readonly localNow?: () => Instant;
}

/** The guests of one tab, read once and asked often. */
export class GuestInventory implements Inventory {
  readonly #reader: GuestReader;
  readonly #now: () => Instant;
  readonly #localNow: () => Instant;
  readonly #report: ProgressReport;
  readonly #sets = new NamedSets();
  #gate = new Gate();
  #list: GuestStore;
  /** Null while nobody's guests are listed. */
  #owner: ListOwner | null = null;
  #reading = new AbortController();
  #phase: Progress["phase"] = "idle";
  /** Resolved when the reading under way has ended, in whichever way. */
  finished: Promise<void> = Promise.resolve();

  constructor(services: InventoryServices) {
    this.#reader = services.reader;
    this.#now = services.now;
    this.#localNow = services.localNow ?? (() => Date.now());
    this.#list = new GuestStore(DEFAULT_POLICY, this.#now(), 0, this.#sets);
    this.#report = new ProgressReport(() => this.#list.version, services.onReport, this.#localNow);
  }

  /** How far the reading is, as of now. */
  get progress(): Progress {
    return this.#report.progress;
  }

  start(policy: Policy, owner: ListOwner): Promise<void> {
    this.#begin(policy, owner);
    this.#read();
    return Promise.resolve();
  }

  again(): Promise<void> {
    this.#begin(this.#list.policy, this.#owner);
    this.#read();
    return Promise.resolve();
  }

  pause(): Promise<void> {
    const { phase } = this.#report.progress;
    if (phase === "directory" || phase === "sign-ins") {
      this.#phase = phase;
      this.#gate.shut();
      this.#report.set({ phase: "paused", waitingUntil: null });
    }
    return Promise.resolve();
  }

  resume(): Promise<void> {
    if (this.#gate.isShut) {
      this.#report.set({ phase: this.#phase });
      this.#gate.open();
    } else if (this.#report.progress.failure !== null) return this.again();
    return Promise.resolve();
  }

  judgeBy(policy: Policy): Promise<void> {
    this.#list.judgeBy(policy, this.#now());
    this.#report.changed();
    return Promise.resolve();
  }

  /** The clock was set: today may be another day. */
  judgeAnew(): void {
    this.#list.judgeBy(this.#list.policy, this.#now());
    this.#report.changed();
  }

  setOf(name: string, ids: readonly string[] | null): Promise<void> {
    this.#list.setOf(name, ids);
    this.#report.changed();
    return Promise.resolve();
  }

  query(query: GuestQuery): Promise<QueryAnswer> {
    return Promise.resolve(this.#today().answer(query));
  }

  window(query: GuestQuery, offset: number, limit: number): Promise<readonly GuestRow[]> {
    return Promise.resolve(this.#today().window(query, offset, limit));
  }

  ids(query: GuestQuery): Promise<readonly string[]> {
    return Promise.resolve(this.#today().ids(query));
  }

  neighbors(query: GuestQuery, id: string): Promise<Neighbors | null> {
    return Promise.resolve(this.#today().neighbors(query, id));
  }

  rows(ids: readonly string[]): Promise<readonly GuestRow[]> {
    return Promise.resolve(this.#today().rows(ids));
  }

  overview(): Promise<Overview> {
    return Promise.resolve(this.#today().overview());
  }

  amend(owner: ListOwner, guests: readonly Guest[], gone: readonly string[]): Promise<void> {
    if (owner !== this.#owner) return Promise.resolve();
    this.#list.amend(guests, gone);
    this.#report.changed();
    return Promise.resolve();
  }

  clear(): Promise<void> {
    this.#sets.clear();
    this.#begin(DEFAULT_POLICY, null);
    return Promise.resolve();
  }

  /** Graph throttles, or the pace waits. */
  waits(seconds: number): void {
    this.#report.set({ waitingUntil: this.#localNow() + seconds * 1_000 });
  }

  #read(): void {
    const { signal } = this.#reading;
    this.finished = readEverybody({
      reader: this.#reader,
      list: this.#list,
      report: this.#report,
      gate: this.#gate,
      now: this.#localNow,
      signal,
    });
  }

  #begin(policy: Policy, owner: ListOwner | null): void {
    this.#owner = owner;
    this.#reading.abort();
    this.#gate.open();
    this.#gate = new Gate();
    this.#reading = new AbortController();
    this.#list = new GuestStore(policy, this.#now(), this.#list.version + 1, this.#sets);
    this.#report.set(IDLE);
  }

  /** A tab left open over night judges by the new day. */
  #today(): GuestStore {
    if (this.#now() - this.#list.today >= DAY) this.#list.judgeBy(this.#list.policy, this.#now());
    return this.#list;
  }
}
