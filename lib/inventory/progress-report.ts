import type { Instant } from "@/lib/domain/time";
import type { Progress } from "./inventory";

/** What the page receives: the progress, and the version of the list. */
export interface Report {
  readonly progress: Progress;
  readonly version: number;
}

/** Before anything was read. */
export const IDLE: Progress = {
  phase: "idle",
  read: 0,
  expected: null,
  perSecond: 0,
  waitingUntil: null,
  signIns: "unread",
  signInsUnreadableBecause: null,
  complete: false,
  failure: null,
  startedAt: null,
  finishedAt: null,
};

const LEAST_BETWEEN_MS = 100;

/** Keeps the progress and reports it at most ten times a second. The last state is always reported. */
export class ProgressReport {
  #progress = IDLE;
  #toldAt = -Infinity;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(
    private readonly version: () => number,
    private readonly tell: (report: Report) => void,
    private readonly now: () => Instant,
  ) {}

  get progress(): Progress {
    return this.#progress;
  }

  set(change: Partial<Progress>): void {
    this.#progress = { ...this.#progress, ...change };
    this.changed();
  }

  /** Something was changed in the list, if not in the progress. */
  changed(): void {
    if (this.#timer !== null) return;
    const since = this.now() - this.#toldAt;
    const wait = LEAST_BETWEEN_MS - since;
    // The clock was set back, so the time since the last report is not known.
    if (wait <= 0 || since < 0) this.#tellNow();
    else
      this.#timer = setTimeout(() => {
        this.#tellNow();
      }, wait);
  }

  #tellNow(): void {
    this.#timer = null;
    this.#toldAt = this.now();
    this.tell({ progress: this.#progress, version: this.version() });
  }
}
