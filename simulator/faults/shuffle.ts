import type { RandomNumber } from "./seeded-random.ts";

/** The same things in an order of chance. */
export function shuffled<Item>(items: readonly Item[], chance: RandomNumber): Item[] {
  return items
    .map((item) => ({ item, at: chance() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
