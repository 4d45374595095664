/** A tenant's own time: it runs with the machine's, from wherever it was set. */
export class Clock {
  #offset = 0;
  #still: number | null = null;

  /** Milliseconds since 1970, UTC. */
  now(): number {
    return this.#still ?? Date.now() + this.#offset;
  }

  iso(): string {
    return new Date(this.now()).toISOString();
  }

  /** Lets something happen at one instant, in which no time passes; afterwards the present is what it would have been. */
  async standStill<Result>(at: number, work: () => Result | Promise<Result>): Promise<Result> {
    this.#still = at;
    try {
      return await work();
    } finally {
      this.#still = null;
    }
  }

  /** Moves the tenant's time, forward or back. */
  advance(milliseconds: number): void {
    this.#offset += milliseconds;
  }

  set(at: number): void {
    this.#offset = at - Date.now();
  }
}
