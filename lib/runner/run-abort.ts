import type { Stopped } from "./run";

/** Stops a run once, for the first reason given. */
export class RunAbort {
  readonly #controller = new AbortController();
  #reason: Stopped | null = null;

  /** Aborts when the given signal does: a person pressed Stop. */
  constructor(stopSignal?: AbortSignal) {
    const stop = () => {
      this.stop({ kind: "asked" });
    };
    if (stopSignal?.aborted === true) stop();
    else stopSignal?.addEventListener("abort", stop, { once: true });
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  get reason(): Stopped | null {
    return this.#reason;
  }

  isStopped(): boolean {
    return this.#controller.signal.aborted;
  }

  stop(reason: Stopped): void {
    this.#reason ??= reason;
    this.#controller.abort();
  }
}
