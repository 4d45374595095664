import { expect, test } from "vitest";
import type { Clock } from "./clock";
import { SignInPace } from "./guests/sign-in-pace";
import { TokenBucket, WRITE_RATE } from "./pace";

function stopped(): Clock & { waited: number } {
  let now = 1_000_000;
  const clock = {
    waited: 0,
    now: () => now,
    random: () => 0,
    sleep: (milliseconds: number) => {
      now += milliseconds;
      clock.waited += milliseconds;
      return Promise.resolve();
    },
  };
  return clock;
}

const answer = (status: number, share?: string) =>
  new Response(null, {
    status,
    ...(share !== undefined && { headers: { "x-ms-throttle-limit-percentage": share } }),
  });

test("Two thousand writes go at the documented rate, after a short burst", async () => {
  const clock = stopped();
  const bucket = new TokenBucket(WRITE_RATE, clock);
  for (let at = 0; at < 2_000; at += 1) await bucket.take();
  expect(clock.waited / 1_000).toBeCloseTo((2_000 - WRITE_RATE.burst) / 20, 1);
});

test("After a rest no more than one burst goes at once", async () => {
  const clock = stopped();
  const bucket = new TokenBucket({ perSecond: 1, burst: 3 }, clock);
  await bucket.take();
  await clock.sleep(3_600_000);
  expect([1, 2, 3, 4, 5].map(() => bucket.reserve())).toEqual([0, 0, 0, 1_000, 2_000]);
});

test("Held back, nobody goes before the time, and then one after the other", () => {
  const bucket = new TokenBucket({ perSecond: 1, burst: 3 }, stopped());
  bucket.holdFor(12);
  expect([1, 2].map(() => bucket.reserve())).toEqual([12_000, 13_000]);
});

test("Sign-ins are free until Graph says that its limit is near", () => {
  const pace = new SignInPace(stopped());
  pace.learn(answer(200));
  expect([pace.reserve(), pace.reserve()]).toEqual([0, 0]);
  pace.learn(answer(200, "0.8"));
  expect([pace.reserve(), Math.round(pace.reserve())]).toEqual([0, 6_000]);
});

test("What goes well for a while goes a little faster, and a refusal makes it slow again", async () => {
  const clock = stopped();
  const pace = new SignInPace(clock);
  // A place taken before the change still has the old length, so the one after it tells.
  const next = async () => {
    await clock.sleep(pace.reserve());
    const wait = pace.reserve();
    await clock.sleep(wait);
    return Math.round(wait);
  };
  pace.learn(answer(429));
  expect(await next()).toBe(6_000);
  for (let at = 0; at < 10; at += 1) pace.learn(answer(200));
  expect(await next()).toBe(4_800);
  for (let at = 0; at < 200; at += 1) pace.learn(answer(200));
  expect(await next()).toBe(2_000);
  pace.learn(answer(429));
  expect(await next()).toBe(6_000);
});
