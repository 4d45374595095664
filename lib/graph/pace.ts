import { type Clock, systemClock } from "./clock";

/** Decides when the next request may be sent, and adapts to the answers. */
export interface Pace {
  /** Takes the next place in the queue and says how many milliseconds are left until its turn. */
  reserve(): number;
  learn(answer: Pick<Response, "status" | "headers">): void;
}

export interface Rate {
  readonly perSecond: number;
  /** Requests that may go at once after a time without any. */
  readonly burst: number;
}

/**
 * The sustained quota of directory writes for one app in one tenant: 3,000 in 150 s.
 * https://learn.microsoft.com/graph/throttling-limits#identity-and-access-service-limits
 */
export const WRITE_RATE: Rate = { perSecond: 20, burst: 20 };

/** A token bucket that serves requests in order. */
export class TokenBucket implements Pace {
  #perSecond: number;
  #burst: number;
  /** When the bucket would be full again without further requests. */
  #fullAt = 0;
  readonly #clock: Clock;

  constructor(rate: Rate, clock: Clock = systemClock) {
    this.#perSecond = rate.perSecond;
    this.#burst = rate.burst;
    this.#clock = clock;
  }

  get perSecond(): number {
    return this.#perSecond;
  }

  reserve(): number {
    const each = 1_000 / this.#perSecond;
    const now = this.#clock.now();
    this.#fullAt = Math.max(this.#fullAt, now) + each;
    return Math.max(0, this.#fullAt - this.#burst * each - now);
  }

  /** Waits for a turn. */
  async take(signal?: AbortSignal): Promise<void> {
    const wait = this.reserve();
    if (wait > 0) await this.#clock.sleep(wait, signal);
  }

  /** Holds every request back for some seconds, then lets one go at a time. */
  holdFor(seconds: number): void {
    const each = 1_000 / this.#perSecond;
    const until = this.#clock.now() + seconds * 1_000 + (this.#burst - 1) * each;
    this.#fullAt = Math.max(this.#fullAt, until);
  }

  change(rate: Rate): void {
    this.#perSecond = rate.perSecond;
    this.#burst = rate.burst;
  }

  learn(): void {
    // The rate is fixed, so answers change nothing.
  }
}
