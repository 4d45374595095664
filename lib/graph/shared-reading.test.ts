import { expect, test } from "vitest";
import { SharedReading } from "./shared-reading";

function reading() {
  let now = 0;
  let times = 0;
  let fails = false;
  const shared = new SharedReading({ now: () => now }, () => {
    times += 1;
    return fails ? Promise.reject(new Error("no")) : Promise.resolve(times);
  });
  const at = (instant: number) => {
    now = instant;
    return shared;
  };
  return { at, times: () => times, fail: (does: boolean) => (fails = does) };
}

test("one reading serves all for whom it began late enough", async () => {
  const { at, times } = reading();
  expect(await Promise.all([at(10).since(5), at(12).since(10), at(20).since(0)])).toEqual([
    1, 1, 1,
  ]);
  expect(times()).toBe(1);
});

test("a caller that needs a later one gets it, and so do all after", async () => {
  const { at, times } = reading();
  await at(10).since(0);
  expect(await at(20).since(11)).toBe(2);
  expect(await at(30).since(15)).toBe(2);
  expect(times()).toBe(2);
});

test("a failed reading is not shared with the next caller", async () => {
  const { at, fail } = reading();
  fail(true);
  await expect(at(10).since(0)).rejects.toThrow("no");
  fail(false);
  expect(await at(10).since(0)).toBe(2);
});
