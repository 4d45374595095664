import type { Stopped } from "./run";

/** Stops a run once, for the first reason given. */
export class Halt {
  readonly #controller = new AbortController();
  #why: Stopped | null = null;

  /** Follows a person's wish to stop. */
  constructor(asked?: AbortSignal) {
    const stop = () => {
      this.because({ kind: "asked" });
    };
    if (asked?.aborted === true) stop();
    else asked?.addEventListener("abort", stop, { once: true });
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  get why(): Stopped | null {
    return this.#why;
  }

  isStopped(): boolean {
    return this.#controller.signal.aborted;
  }

  because(why: Stopped): void {
    this.#why ??= why;
    this.#controller.abort();
  }
}
