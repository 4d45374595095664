import type { Instant } from "@/lib/domain/time";

/** The two clocks that a tab has of its own, in milliseconds; what either says of the time of day may be wrong. */
export interface LocalClocks {
  readonly wall: () => number;
  readonly steady: () => number;
}

export const localClocks: LocalClocks = {
  wall: () => Date.now(),
  steady: () => performance.now(),
};

/**
 * A clock that says this instant now and goes on from there. `performance.now` stands still in some browsers while the
 * computer sleeps, the clock on the wall can be set back: whichever has moved further is believed. What remains is a
 * clock on the wall that is set forward: it moves this one as far.
 */
export function clockSetTo(at: Instant, local: LocalClocks = localClocks): () => Instant {
  const wall = local.wall();
  const steady = local.steady();
  return () => at + Math.max(0, local.wall() - wall, local.steady() - steady);
}
