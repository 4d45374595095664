import { vi } from "vitest";
import { systemClock } from "@/lib/graph/clock";

/** Kept from before tests put clocks of their own in its place. */
const realNow = performance.now.bind(performance);
const realSleep = systemClock.sleep.bind(systemClock);

/** Of the present test: those of an earlier one failed that one. */
const underWay = new Set<symbol>();
let longest = 0;

/** Counts what sleeps by the product's clock, and how long it really did: a run that sleeps is not over. */
export function watchSleeps(): void {
  systemClock.sleep = async (milliseconds, signal) => {
    const begun = realNow();
    // Under a test's own timers the test ends the sleep: how long that really takes says only how busy the machine is.
    const isDriven = vi.isFakeTimers();
    const sleep = Symbol("sleep");
    underWay.add(sleep);
    try {
      await realSleep(milliseconds, signal);
    } finally {
      if (underWay.delete(sleep) && !isDriven) longest = Math.max(longest, realNow() - begun);
    }
  };
}

export function sleepsUnderWay(): number {
  return underWay.size;
}

/** The longest sleep of the test that ends here, in real milliseconds; the next one begins with none. */
export function longestSleep(): number {
  const found = longest;
  longest = 0;
  underWay.clear();
  return found;
}
