import { expect, test } from "vitest";
import { seededRandom } from "./seeded-random.ts";
import { latencyMs } from "./latency.ts";

const latency = { perCallMs: 80, perRowMs: 0.2, jitter: 1 };

test("without jitter a call takes exactly its own time and that of its rows", () => {
  const chance = () => {
    throw new Error("no chance is needed");
  };
  expect(latencyMs({ ...latency, jitter: 0 }, 500, chance)).toBe(180);
});

test("with jitter half of the calls are quicker than the median and a few are many times slower", () => {
  const chance = seededRandom(7);
  const times = Array.from({ length: 5000 }, () => latencyMs(latency, 0, chance)).sort(
    (a, b) => a - b,
  );
  expect(times[2500]).toBeGreaterThan(70);
  expect(times[2500]).toBeLessThan(90);
  expect(times.at(-1)).toBeGreaterThan(400);
  expect(times.at(-1)).toBeLessThanOrEqual(80 * 20);
  expect(times[0]).toBeGreaterThanOrEqual(80 * 0.3);
});

test("the same seed gives the same times", () => {
  const row = (seed: number) => {
    const chance = seededRandom(seed);
    return [1, 2, 3].map(() => latencyMs(latency, 10, chance));
  };
  expect(row(3)).toEqual(row(3));
  expect(row(3)).not.toEqual(row(4));
});
