import type { Instant } from "@/lib/domain/time";
import type { Clock } from "./clock";

/** One reading serves all operations on the same group or instance that are sent while it is no older, in milliseconds. */
export const SHARED_READING_MILLISECONDS = 15_000;

/** A reading that callers share. It is repeated only for a caller for whom the last one began too early. */
export class SharedReading<T> {
  #last: { readonly beganAt: Instant; readonly reading: Promise<T> } | null = null;

  constructor(
    private readonly clock: Pick<Clock, "now">,
    private readonly read: () => Promise<T>,
  ) {}

  /** The result of a reading that began at this instant or later. */
  since(at: Instant): Promise<T> {
    if (this.#last !== null && this.#last.beganAt >= at) return this.#last.reading;
    const last = { beganAt: this.clock.now(), reading: this.read() };
    this.#last = last;
    // A failed reading is not shared: the next caller reads again.
    last.reading.catch(() => {
      if (this.#last === last) this.#last = null;
    });
    return last.reading;
  }
}
