import type { Clock } from "@/lib/graph/clock";
import type { Scope } from "./explore";

/** What a call does: only the last three leave something behind. */
export type CallKind = "reads" | "sends" | "appends" | "leases";

/** One call that an executor waits for: it arrives when the scheduler says so. */
export interface Call {
  readonly from: string;
  readonly kind: CallKind;
  /** What it is about: an executor treats two operations apart, whichever is answered first. */
  readonly lane: string;
  readonly label: string;
  /** Does at the server what was asked. */
  readonly arrive: () => Promise<unknown>;
  readonly answer: (value: unknown) => void;
  readonly fail: (error: Error) => void;
  /** How often others may still wake before it arrives: it is slower than they wait. */
  slow: number;
}

/**
 * What a call depends on and changes, whether it is answered or lost: its executor, and one part of the world. What is
 * sent or recorded is compared with the other one as well (`invariants.ts`).
 */
export function scopeOf({ from, kind }: Call): Scope {
  switch (kind) {
    case "reads":
      return { changes: [from], reads: ["directory"] };
    case "sends":
      return { changes: [from, "directory"], reads: ["ledger", "odds"] };
    case "appends":
      return { changes: [from, "ledger"], reads: ["directory", "lease", "odds"] };
    case "leases":
      return { changes: [from, "lease"], reads: [] };
  }
}

interface Timer {
  readonly from: string;
  readonly at: number;
  readonly ring: () => void;
}

/** A request that was sent arrives within this time, or never: a lease is given up that much earlier. */
const ON_THE_WAY_MILLISECONDS = 30_000;

/** One for all: making a new one each time is slow, and nobody reads it. */
const ABORTED = new Error("Aborted");

/** What several executors wait for: answers, and the time. Nothing moves unless a scheduler moves it. */
export class Network {
  now = Date.UTC(2026, 10, 20);
  readonly calls: Call[] = [];
  /** What each executor was answered, by what it is about, as numbers of what was answered before and then. */
  readonly #heard = new Map<string, number>();
  #timers: Timer[] = [];

  /** `numbers` is shared by all schedules: the same words have the same number. */
  constructor(private readonly numbers: Map<string, number>) {}

  call<T>(
    about: Pick<Call, "from" | "kind" | "lane" | "label">,
    arrive: () => Promise<T>,
    brief: (value: T) => unknown = (value) => value,
  ): Promise<T> {
    return new Promise((resolve, reject) => {
      const call: Call = {
        ...about,
        arrive,
        slow: 0,
        answer: (value) => {
          this.hear(call, brief(value as T));
          resolve(value as T);
        },
        fail: (error) => {
          this.hear(call, `${error.name} ${error.message}`);
          reject(error);
        },
      };
      this.calls.push(call);
    });
  }

  /** It arrives, and is answered. */
  deliver(call: Call): void {
    this.take(call);
    call.arrive().then(call.answer, call.fail);
  }

  /** It is not on its way any more. */
  take(call: Call): void {
    this.calls.splice(this.calls.indexOf(call), 1);
  }

  clockOf(from: string, offset: number): Clock {
    return {
      now: () => this.now + offset,
      random: () => 0.5,
      sleep: (milliseconds, signal) => this.#sleep(from, milliseconds, signal),
    };
  }

  /** Repeats work until the function that it gives back is called. */
  every(from: string, milliseconds: number, work: () => void): () => void {
    const over = new AbortController();
    const repeat = async () => {
      for (;;) {
        await this.#sleep(from, milliseconds, over.signal);
        work();
      }
    };
    repeat().catch(() => undefined);
    return () => {
      over.abort();
    };
  }

  /** Nothing of this executor is on its way any more, and nobody wakes it. */
  forget(from: string): void {
    for (const call of this.calls.filter((each) => each.from === from)) this.take(call);
    this.#timers = this.#timers.filter((timer) => timer.from !== from);
  }

  /** Who has slept long enough. */
  due(): readonly string[] {
    const due = this.#timers.filter(({ at }) => at <= this.now);
    return [...new Set(due.map(({ from }) => from))];
  }

  wake(from: string): void {
    const due = this.#timers.filter((timer) => timer.from === from && timer.at <= this.now);
    this.#timers = this.#timers.filter((timer) => !due.includes(timer));
    this.hear({ from, lane: "time", label: "wakes" }, due.length);
    for (const { ring } of due.toSorted((one, other) => one.at - other.at)) ring();
  }

  /** When the next one wakes; null while somebody is awake, or something that is on its way arrives before. */
  nextWaking(): number | null {
    if (this.calls.some(({ slow }) => slow === 0) || this.due().length > 0) return null;
    const next = this.#timers.reduce((least, { at }) => Math.min(least, at), Infinity);
    if (next === Infinity) return null;
    const isSending = this.calls.some(({ kind }) => kind === "sends");
    return isSending && next - this.now >= ON_THE_WAY_MILLISECONDS ? null : next;
  }

  passTo(at: number): void {
    this.now = at;
    for (const call of this.calls) call.slow = Math.max(0, call.slow - 1);
  }

  /** All that an executor knows and waits for. */
  keyOf(from: string): string {
    const heard = [...this.#heard].filter(([lane]) => lane.startsWith(from));
    const calls = this.calls.filter((call) => call.from === from);
    const timers = this.#timers.filter((timer) => timer.from === from);
    return JSON.stringify([
      heard.toSorted(([one], [other]) => (one < other ? -1 : 1)),
      calls.map(({ label, slow }) => `${label} ${slow}`).toSorted(),
      timers.map(({ at }) => at - this.now).toSorted((one, other) => one - other),
    ]);
  }

  /** An executor comes to know something. */
  hear({ from, lane, label }: Pick<Call, "from" | "lane" | "label">, words: unknown): void {
    const key = `${from} ${lane}`;
    const text = `${this.#heard.get(key) ?? 0} ${label} ${this.now} ${JSON.stringify(words)}`;
    const known = this.numbers.get(text) ?? this.numbers.size + 1;
    this.numbers.set(text, known);
    this.#heard.set(key, known);
  }

  #sleep(from: string, milliseconds: number, signal?: AbortSignal): Promise<void> {
    if (milliseconds <= 0) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const give = () => {
        this.#timers = this.#timers.filter((other) => other !== timer);
        reject(ABORTED);
      };
      if (signal?.aborted === true) {
        reject(ABORTED);
        return;
      }
      const ring = () => {
        signal?.removeEventListener("abort", give);
        resolve();
      };
      // Whole milliseconds: that two looks at a clock differ must not make two situations of one.
      const at = this.now + Math.ceil(Math.max(0, milliseconds));
      const timer: Timer = { from, at, ring };
      this.#timers.push(timer);
      signal?.addEventListener("abort", give, { once: true });
    });
  }
}
