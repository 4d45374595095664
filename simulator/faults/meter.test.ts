import { describe, expect, test } from "vitest";
import { SlidingWindow, TokenBucket } from "./meter.ts";

describe("a sliding window", () => {
  test("lets exactly its limit through in any stretch, also across a boundary", () => {
    const window = new SlidingWindow(10, 60_000);
    const times = [...Array(10).keys()].map((index) => index * 5_000);
    expect(times.map((at) => window.charge(at).refused)).not.toContain(true);
    expect(window.charge(59_999).refused).toBe(true);
  });

  test("has room again when the wait that it named is over", () => {
    const window = new SlidingWindow(1, 10_000);
    window.charge(0);
    const { refused, retryAfterSeconds } = window.charge(4_000);
    expect(refused).toBe(true);
    // The refused call was charged too, so its own ten seconds count.
    expect(retryAfterSeconds).toBe(10);
    expect(window.charge(4_000 + retryAfterSeconds * 1000).refused).toBe(false);
  });

  test("forgets charges that a clock set back has put into the future", () => {
    const window = new SlidingWindow(1, 10_000);
    window.charge(1_000_000);
    expect(window.charge(0).refused).toBe(false);
  });
});

describe("a token bucket", () => {
  test("bursts to its size and then refills evenly", () => {
    const bucket = new TokenBucket(3, 20);
    expect([1, 2, 3, 4].map(() => bucket.charge(0, 1).refused)).toEqual([
      false,
      false,
      false,
      true,
    ]);
    expect(bucket.charge(100, 1).refused).toBe(false);
  });

  test("says how much of it is used, above one when it refuses", () => {
    const bucket = new TokenBucket(10, 1);
    expect(bucket.charge(0, 8).share).toBeCloseTo(0.8);
    expect(bucket.charge(0, 4)).toEqual({ refused: true, share: 1.2, retryAfterSeconds: 6 });
  });

  test("does not let a hammering client run into debt without end", () => {
    const bucket = new TokenBucket(5, 1);
    for (let call = 0; call < 1000; call += 1) bucket.charge(0, 1);
    expect(bucket.charge(0, 1).retryAfterSeconds).toBeLessThanOrEqual(6);
  });
});
