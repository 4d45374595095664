import { setMaxListeners } from "node:events";
import type { Clock } from "@/lib/graph/clock";

interface Timer {
  readonly at: number;
  readonly ring: () => void;
}

/** Time that passes only when everybody waits for it. */
export class VirtualClock implements Clock {
  #now = Date.UTC(2026, 10, 20);
  #timers: Timer[] = [];

  now(): number {
    return this.#now;
  }

  random(): number {
    return 0.5;
  }

  sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const give = () => {
        this.#timers = this.#timers.filter((other) => other !== timer);
        reject(new DOMException("Aborted", "AbortError"));
      };
      if (signal?.aborted === true) {
        reject(new DOMException("Aborted", "AbortError"));
        return;
      }
      const ring = () => {
        signal?.removeEventListener("abort", give);
        resolve();
      };
      const timer: Timer = { at: this.#now + Math.max(0, milliseconds), ring };
      this.#timers.push(timer);
      // A browser does not count listeners; Node would warn of a run's many waiting workers.
      if (signal !== undefined) setMaxListeners(0, signal);
      signal?.addEventListener("abort", give, { once: true });
    });
  }

  /** Lets time pass until the work is done, but not while somebody is busy; `tick` is called whenever it moves. */
  async drive<T>(
    work: Promise<T>,
    tick: () => void = () => undefined,
    isBusy: () => boolean = () => false,
  ): Promise<T> {
    let over = false;
    const ended = () => {
      over = true;
    };
    work.then(ended, ended);
    for (;;) {
      await new Promise((resolve) => setImmediate(resolve));
      if (isTrue(over)) return await work;
      if (isBusy()) continue;
      this.#passToNext();
      tick();
    }
  }

  #passToNext(): void {
    const first = this.#timers.reduce<Timer | null>(
      (best, timer) => (best === null || timer.at < best.at ? timer : best),
      null,
    );
    if (first === null) return;
    this.#timers = this.#timers.filter((timer) => timer !== first);
    this.#now = Math.max(this.#now, first.at);
    first.ring();
  }
}

/** Keeps the compiler from believing that what a callback sets can never change. */
function isTrue(value: boolean): boolean {
  return value;
}
