import { type Chance, seededChance } from "./chance.ts";
import type { Meter } from "./meter.ts";
import type { Fault, Weather } from "./weather.ts";

/** What has happened so far under one weather: its row of chances, its meters, and how often each fault struck. */
export interface Sky {
  chance: Chance;
  meters: Map<string, Meter>;
  faults: Map<Fault, { matched: number; struck: number }>;
}

const skies = new WeakMap<Weather, Sky>();

/** The sky of this weather. A tenant that is given another weather object begins anew. */
export function skyOf(weather: Weather): Sky {
  const known = skies.get(weather);
  if (known) return known;
  const sky: Sky = { chance: seededChance(weather.seed), meters: new Map(), faults: new Map() };
  skies.set(weather, sky);
  return sky;
}
