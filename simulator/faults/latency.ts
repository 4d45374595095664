import type { RandomNumber } from "./seeded-random.ts";
import type { Conditions } from "./conditions.ts";

const TAIL = 0.4;
const MEDIAN_OF_TAIL = 0.5 ** -TAIL;
const WORST_OF_TAIL = 20;
const QUICKEST = 0.3;

/**
 * How long an answer with this many rows takes. Jitter 0 is exact. More of it spreads the times around the same median
 * with a heavy tail: most calls are near the median, a few take many times as long.
 */
export function latencyMs(
  latency: Conditions["latency"],
  rows: number,
  chance: RandomNumber,
): number {
  const even = latency.perCallMs + latency.perRowMs * rows;
  if (latency.jitter === 0 || even === 0) return even;
  const tail = Math.min((1 - chance()) ** -TAIL, WORST_OF_TAIL);
  return even * Math.max(QUICKEST, 1 + latency.jitter * (tail - MEDIAN_OF_TAIL));
}
