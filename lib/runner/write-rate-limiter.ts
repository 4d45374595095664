import type { Instant } from "@/lib/domain/time";
import { type Clock, sleep } from "@/lib/graph/clock";
import { TokenBucket, WRITE_RATE } from "@/lib/graph/pace";

/** How many writes a tab sends in a second at most. */
export const WRITES_PER_SECOND = WRITE_RATE.perSecond;

/** Called with the end of a wait, and with null when writing goes on. */
type OnWait = (until: Instant | null) => void;

/**
 * Limits writes to the documented rate, and holds all of them while Graph throttles. Graph counts an app's writes, not
 * a run's, so all runs of a tab share one limiter.
 */
export class WriteRateLimiter {
  readonly #bucket: TokenBucket;
  readonly #clock: Clock;
  readonly #listeners = new Set<OnWait>();
  #heldUntil = -Infinity;
  /** Whether listeners know of a wait, but not yet of its end. */
  #waits = false;

  /** The clock's time of day may be wrong, so only durations are used. Waits are reported as a time of day. */
  constructor(
    clock: Clock,
    private readonly timeOfDay: () => Instant = () => clock.now(),
  ) {
    this.#clock = clock;
    this.#bucket = new TokenBucket(WRITE_RATE, clock);
  }

  /** Reports waits to a listener, the current one at once. The returned function unsubscribes. */
  onWait(listener: OnWait): () => void {
    this.#listeners.add(listener);
    if (this.#heldUntil > this.#clock.now()) listener(this.#toldAs(this.#heldUntil));
    return () => this.#listeners.delete(listener);
  }

  /** Resolves when one write may be sent, or when the signal aborts. */
  async acquire(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await sleep(this.#clock, this.#bucket.reserve(), signal);
      const left = this.#heldUntil - this.#clock.now();
      if (left <= 0) {
        if (this.#waits) this.#tell(null);
        return;
      }
      await sleep(this.#clock, left, signal);
    }
  }

  /** Holds every write back for some seconds. */
  pauseFor(seconds: number): void {
    const until = this.#clock.now() + seconds * 1_000;
    if (until <= this.#heldUntil) return;
    this.#heldUntil = until;
    this.#tell(this.#toldAs(until));
  }

  #toldAs(until: Instant): Instant {
    return this.timeOfDay() + until - this.#clock.now();
  }

  #tell(until: Instant | null): void {
    this.#waits = until !== null;
    for (const listener of [...this.#listeners]) listener(until);
  }
}
