import type { Instant } from "@/lib/domain/time";
import { clockSetTo, type LocalClocks, localClocks } from "@/lib/graph/clock-set-to";

/** A `Date` header has whole seconds: the answer was made at any moment within it. */
const SECOND_MILLISECONDS = 1_000;

/**
 * The time by the server's clock, whatever the computer's clock says. Standings, plans and dates use this one.
 *
 * How exact: at first to half of the time that the page took to arrive. Each answer of our own API then says between
 * which instants it is now, a second and the length of the request apart: a clock that is within that is left alone, and
 * one that is not (the computer slept, or its clock was set forward) is set to the middle.
 */
export class ServerClock {
  #now: () => Instant;
  readonly #listeners = new Set<() => void>();

  constructor(
    known: Instant,
    private readonly local: LocalClocks = localClocks,
  ) {
    this.#now = clockSetTo(known, local);
  }

  readonly now = (): Instant => this.#now();

  /** Takes the date of an answer that came this many milliseconds after its request. */
  hear(date: Instant, tookMilliseconds: number): void {
    const now = this.#now();
    const latest = date + SECOND_MILLISECONDS + tookMilliseconds;
    if (now >= date && now <= latest) return;
    this.#now = clockSetTo((date + latest) / 2, this.local);
    for (const listener of [...this.#listeners]) listener();
  }

  /** Calls the listener whenever the clock was wrong and is set. The returned function unsubscribes. */
  readonly onSet = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** A copy that is never set again: for waits, which a clock that is set back would lengthen. */
  steady(): () => Instant {
    return clockSetTo(this.#now(), this.local);
  }
}

/** The clock of a page that the server rendered at this instant, by the server's clock. */
export function clockOfPage(renderedAt: Instant): ServerClock {
  return new ServerClock(renderedAt + sinceRendered());
}

/** Milliseconds since the page was rendered: between its request and the first of its answer. */
function sinceRendered(): number {
  const [page] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  if (page === undefined) return 0;
  return Math.max(0, performance.now() - (page.requestStart + page.responseStart) / 2);
}
