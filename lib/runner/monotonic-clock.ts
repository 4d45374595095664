import type { Clock } from "@/lib/graph/clock";

/** One microsecond, finer than any clock that we use. */
const TICK = 0.001;

/** A clock whose every reading is later than the one before, so that order can be compared. */
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
