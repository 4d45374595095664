import type { Clock } from "@/lib/graph/clock";

/** A thousandth of a thousandth of a second: no clock here is as fine, and no wait is spoilt by it. */
const TICK = 0.001;

/** The same clock, but that no two looks at it are the same: what comes after something else is also later. */
export function monotonic(clock: Clock): Clock {
  let last = -Infinity;
  return {
    now() {
      last = Math.max(clock.now(), last + TICK);
      return last;
    },
    sleep: (milliseconds, signal) => clock.sleep(milliseconds, signal),
    random: () => clock.random(),
  };
}
