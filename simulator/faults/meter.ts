/** What a meter said to one request: let through or refused, how full it is, and when there is room again. */
export interface Reading {
  refused: boolean;
  /** Used share of the limit; above 1 when refused. */
  share: number;
  retryAfterSeconds: number;
}

/** Counts requests against a limit on the tenant's own time. Refused requests are charged too. */
export interface Meter {
  charge(now: number, cost: number): Reading;
}

/** At most `limit` requests in any window of `windowMs` milliseconds. */
export class SlidingWindow implements Meter {
  #charged: number[] = [];

  constructor(
    readonly limit: number,
    readonly windowMs: number,
  ) {}

  charge(now: number): Reading {
    // A clock set back leaves charges in the future: they are forgotten with the old time.
    this.#charged = this.#charged.filter((at) => at > now - this.windowMs && at <= now);
    const refused = this.#charged.length >= this.limit;
    this.#charged.push(now);
    const freedBy = this.#charged[this.#charged.length - this.limit] ?? now;
    return {
      refused,
      share: this.#charged.length / this.limit,
      retryAfterSeconds: Math.max(1, Math.ceil((freedBy + this.windowMs - now) / 1000)),
    };
  }
}

/** A budget that refills evenly: a burst up to its size, then a fixed rate a second. */
export class TokenBucket implements Meter {
  #left: number;
  #at: number | undefined;

  constructor(
    readonly burst: number,
    readonly perSecond: number,
  ) {
    this.#left = burst;
  }

  charge(now: number, cost: number): Reading {
    const elapsed = Math.max(0, now - (this.#at ?? now)) / 1000;
    this.#at = now;
    this.#left = Math.min(this.burst, this.#left + elapsed * this.perSecond);
    const refused = this.#left < cost;
    // However hard a client hammers, its debt stays below one whole budget.
    this.#left = Math.max(this.#left - cost, -this.burst);
    const missing = cost - this.#left;
    return {
      refused,
      share: (this.burst - this.#left) / this.burst,
      retryAfterSeconds: Math.max(1, Math.ceil(missing / this.perSecond)),
    };
  }
}
