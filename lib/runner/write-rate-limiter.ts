import type { Instant } from "@/lib/domain/time";
import type { Clock } from "@/lib/graph/clock";
import { TokenBucket, WRITE_RATE } from "@/lib/graph/pace";
import { sleep } from "@/lib/graph/sleep";

/** Told until when nobody writes, and null when it goes on. */
type OnWait = (until: Instant | null) => void;

/**
 * Who may write next: at the documented rate, and nobody while Graph throttles. Graph counts an app's
 * writes, not a run's, so all runs of a tab share one.
 */
export class WriteRateLimiter {
  readonly #bucket: TokenBucket;
  readonly #clock: Clock;
  readonly #listeners = new Set<OnWait>();
  #heldUntil = -Infinity;
  /** Whether the listeners were told of a wait, and not of its end yet. */
  #waits = false;

  /** The clock may be wrong about the time of day: only what passes on it counts. Waits are told by the time of day. */
  constructor(
    clock: Clock,
    private readonly timeOfDay: () => Instant = () => clock.now(),
  ) {
    this.#clock = clock;
    this.#bucket = new TokenBucket(WRITE_RATE, clock);
  }

  /** Tells of waits, of the present one at once, until the function that it gives back is called. */
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
