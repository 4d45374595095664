import type { Instant } from "@/lib/domain/time";
import type { Clock } from "@/lib/graph/clock";
import { TokenBucket, WRITE_RATE } from "@/lib/graph/pace";
import { sleep } from "@/lib/graph/sleep";

/** Who may write next: at the documented rate, and nobody while Graph has asked for patience. */
export class WriteRateLimiter {
  readonly #bucket: TokenBucket;
  readonly #clock: Clock;
  #heldUntil = -Infinity;

  constructor(
    clock: Clock,
    private readonly onWait: (until: Instant | null) => void,
  ) {
    this.#clock = clock;
    this.#bucket = new TokenBucket(WRITE_RATE, clock);
  }

  /** Resolves when one write may be sent, or when the signal aborts. */
  async acquire(signal: AbortSignal): Promise<void> {
    for (;;) {
      await sleep(this.#clock, this.#bucket.reserve(), signal);
      if (signal.aborted || this.#heldUntil <= this.#clock.now()) return;
      await this.#waitOut(signal);
    }
  }

  /** Nobody writes before so many seconds have passed. */
  pauseFor(seconds: number): void {
    const until = this.#clock.now() + seconds * 1_000;
    if (until <= this.#heldUntil) return;
    this.#heldUntil = until;
    this.onWait(until);
  }

  async #waitOut(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const left = this.#heldUntil - this.#clock.now();
      if (left <= 0) break;
      await sleep(this.#clock, left, signal);
    }
    if (this.#heldUntil <= this.#clock.now()) this.onWait(null);
  }
}
