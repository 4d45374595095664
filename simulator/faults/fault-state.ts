import { type RandomNumber, seededRandom } from "./seeded-random.ts";
import type { Meter } from "./meter.ts";
import type { Fault, Conditions } from "./conditions.ts";

/** What has happened so far under one set of conditions: random numbers used, quotas spent, how often each fault struck. */
export interface FaultState {
  chance: RandomNumber;
  meters: Map<string, Meter>;
  faults: Map<Fault, { matched: number; struck: number }>;
}

const states = new WeakMap<Conditions, FaultState>();

/** The state that belongs to these conditions. A tenant with a new conditions object starts with a new state. */
export function faultStateOf(conditions: Conditions): FaultState {
  const known = states.get(conditions);
  if (known) return known;
  const state: FaultState = {
    chance: seededRandom(conditions.seed),
    meters: new Map(),
    faults: new Map(),
  };
  states.set(conditions, state);
  return state;
}
