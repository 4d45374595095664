/** A tenant's own time: it runs with the machine's, from wherever it was set. */
export class Clock {
  #offset = 0;

  /** Milliseconds since 1970, UTC. */
  now(): number {
    return Date.now() + this.#offset;
  }

  iso(): string {
    return new Date(this.now()).toISOString();
  }

  /** Moves the tenant's time by so many milliseconds, forward or back. */
  advance(milliseconds: number): void {
    this.#offset += milliseconds;
  }

  set(at: number): void {
    this.#offset = at - Date.now();
  }
}
