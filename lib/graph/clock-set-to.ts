import type { Instant } from "@/lib/domain/time";

/** The two clocks of a tab, in milliseconds. Either may be wrong about the time of day. */
export interface LocalClocks {
  readonly wall: () => number;
  readonly steady: () => number;
}

export const localClocks: LocalClocks = {
  wall: () => Date.now(),
  steady: () => performance.now(),
};

/**
 * A clock that starts at this instant. `performance.now` stops in some browsers while the computer sleeps, and
 * `Date.now` can be set back, so the one that moved further counts. A computer clock that is set forward still moves
 * this one.
 */
export function clockSetTo(at: Instant, local: LocalClocks = localClocks): () => Instant {
  const wall = local.wall();
  const steady = local.steady();
  return () => at + Math.max(0, local.wall() - wall, local.steady() - steady);
}
