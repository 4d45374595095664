import type { Clock } from "@/lib/graph/clock";
import type { Call, CallPart } from "./call";

interface Timer {
  readonly from: string;
  readonly at: number;
  readonly ring: () => void;
}

/** One for all: making a new one each time is slow, and nobody reads it. */
const ABORTED = new Error("Aborted");

/** What an executor knows, by numbers of words, and what it waits for: calls, and timers by the milliseconds that are left. */
export interface NetworkPart {
  readonly heard: readonly (readonly [string, number])[];
  readonly calls: readonly CallPart[];
  readonly timers: readonly number[];
}

/** What several executors wait for: answers, and the time. Nothing moves unless a scheduler moves it. */
export class Network {
  now = Date.UTC(2026, 10, 20);
  readonly calls: Call[] = [];
  /** What was answered last to a call that arrived. */
  answer: unknown = null;
  /** What each executor was answered, by what it is about, as numbers of what was answered before and then. */
  readonly #heard = new Map<string, number>();
  /** What was heard and has no number yet: most schedules only repeat what is known, and nobody asks. */
  #unnumbered: (readonly [string, string, unknown])[] = [];
  #timers: Timer[] = [];

  /** `numbers` is shared by all schedules: the same words have the same number. */
  constructor(private readonly numbers: Map<string, number>) {}

  call<T>(
    about: Pick<Call, "from" | "kind" | "lane" | "label">,
    request: unknown,
    arrive: () => Promise<T>,
    brief: (value: T) => unknown = (value) => value,
  ): Promise<T> {
    return new Promise((resolve, reject) => {
      const call: Call = {
        ...about,
        request,
        arrive,
        slow: 0,
        answer: (value) => {
          const words = brief(value as T);
          this.hear(call, words);
          resolve(value as T);
          return words;
        },
        fail: (error) => {
          const words = `${error.name} ${error.message}`;
          this.hear(call, words);
          reject(error);
          return words;
        },
      };
      this.calls.push(call);
    });
  }

  /** It arrives, and is answered. */
  deliver(part: Pick<CallPart, "label" | "slow">): void {
    const call = this.take(part);
    const heard = (words: unknown) => {
      this.answer = words;
    };
    const answered = (value: unknown) => {
      heard(call.answer(value));
    };
    const failed = (error: Error) => {
      heard(call.fail(error));
    };
    call.arrive().then(answered, failed);
  }

  /** It is not on its way any more. */
  take(part: Pick<CallPart, "label" | "slow">): Call {
    const at = this.#indexOf(part);
    const [call] = this.calls.splice(at, 1);
    if (call === undefined) throw new RangeError(`“${part.label}” is not on its way.`);
    return call;
  }

  slowDown(part: CallPart, wakings: number): void {
    const call = this.calls[this.#indexOf(part)];
    if (call !== undefined) call.slow = wakings;
  }

  #indexOf({ label, slow }: Pick<CallPart, "label" | "slow">): number {
    return this.calls.findIndex((call) => call.label === label && call.slow === slow);
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

  /** What happens by itself first, without a scheduler; false when nothing does. */
  goOn(): boolean {
    const [call] = this.calls;
    const due = this.#timers.find(({ at }) => at <= this.now);
    const next = this.#timers.reduce((least, { at }) => Math.min(least, at), Infinity);
    if (call !== undefined) this.deliver(call);
    else if (due !== undefined) this.wake(due.from);
    else if (next !== Infinity) this.passTo(next);
    else return false;
    return true;
  }

  wake(from: string): void {
    const due = this.#timers.filter((timer) => timer.from === from && timer.at <= this.now);
    this.#timers = this.#timers.filter((timer) => !due.includes(timer));
    this.hear({ from, lane: "time", label: "wakes" }, due.length);
    for (const { ring } of due.toSorted((one, other) => one.at - other.at)) ring();
  }

  passTo(at: number): void {
    this.now = at;
    for (const call of this.calls) call.slow = Math.max(0, call.slow - 1);
  }

  /** All that an executor knows and waits for. */
  partOf(from: string): NetworkPart {
    this.#numberHeard();
    const heard = [...this.#heard].filter(([lane]) => lane.startsWith(from));
    const calls = this.calls.filter((call) => call.from === from);
    const timers = this.#timers.filter((timer) => timer.from === from);
    return {
      heard: heard.toSorted(([one], [other]) => (one < other ? -1 : 1)),
      calls: calls
        .map((call) => this.#partOfCall(call))
        .toSorted((one, other) => (one.label < other.label ? -1 : 1)),
      timers: timers.map(({ at }) => at - this.now).toSorted((one, other) => one - other),
    };
  }

  #partOfCall({ from, kind, lane, label, request, slow }: Call): CallPart {
    return {
      from,
      kind,
      lane,
      label,
      requestNumber: this.#numberOf(JSON.stringify(request)),
      slow,
    };
  }

  /** An executor comes to know something. */
  hear({ from, lane, label }: Pick<Call, "from" | "lane" | "label">, words: unknown): void {
    this.#unnumbered.push([`${from} ${lane}`, `${label} ${this.now}`, words]);
  }

  #numberHeard(): void {
    for (const [key, label, words] of this.#unnumbered) {
      const text = `${this.#heard.get(key) ?? 0} ${label} ${JSON.stringify(words)}`;
      this.#heard.set(key, this.#numberOf(text));
    }
    this.#unnumbered = [];
  }

  #numberOf(text: string): number {
    const known = this.numbers.get(text) ?? this.numbers.size + 1;
    this.numbers.set(text, known);
    return known;
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
