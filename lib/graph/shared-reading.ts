import type { Instant } from "@/lib/domain/time";
import type { Clock } from "./clock";

/** One reading that many look at; it is made anew only for somebody for whom the last one began too early. */
export class SharedReading<T> {
  #last: { readonly beganAt: Instant; readonly reading: Promise<T> } | null = null;

  constructor(
    private readonly clock: Pick<Clock, "now">,
    private readonly read: () => Promise<T>,
  ) {}

  /** What a reading found that began no earlier than that. */
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
