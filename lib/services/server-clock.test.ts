import { expect, test } from "vitest";
import { ServerClock } from "./server-clock";

const HOUR = 3_600_000;
const NOON = Date.UTC(2026, 10, 20, 12);

/** A computer whose clock is wrong by a given time. */
function computer(wrongBy: number) {
  let steady = 5_000;
  let wall = NOON + wrongBy;
  return {
    local: { wall: () => wall, steady: () => steady },
    passes: (milliseconds: number) => {
      steady += milliseconds;
      wall += milliseconds;
    },
    sleeps: (milliseconds: number) => {
      wall += milliseconds;
    },
    isSetBy: (milliseconds: number) => {
      wall += milliseconds;
    },
  };
}

test.each([-24, 0, 24])("a clock that is wrong by %i hours says the server's time", (hours) => {
  const { local, passes } = computer(hours * HOUR);
  const clock = new ServerClock(NOON, local);
  passes(90_000);
  expect(clock.now()).toBe(NOON + 90_000);
});

test("an answer that agrees to the second leaves it as exact as it was", () => {
  const { local, passes } = computer(0);
  const clock = new ServerClock(NOON + 400, local);
  passes(300);
  clock.hear(NOON, 50);
  expect(clock.now()).toBe(NOON + 700);
});

test("time that the computer slept through has passed", () => {
  const { local, sleeps } = computer(0);
  const clock = new ServerClock(NOON, local);
  sleeps(9 * HOUR);
  expect(clock.now()).toBe(NOON + 9 * HOUR);
});

test("setting the computer's clock back does not set the time back", () => {
  const { local, passes, isSetBy } = computer(0);
  const clock = new ServerClock(NOON, local);
  isSetBy(-24 * HOUR);
  passes(1_000);
  expect(clock.now()).toBe(NOON + 1_000);
});

test("setting it forward lasts until the next answer", () => {
  const { local, isSetBy, passes } = computer(-24 * HOUR);
  const clock = new ServerClock(NOON, local);
  isSetBy(24 * HOUR);
  passes(3_000);
  expect(clock.now()).toBe(NOON + 24 * HOUR + 3_000);
  const times: number[] = [];
  clock.onSet(() => times.push(clock.now()));
  clock.hear(NOON + 3_000, 200);
  clock.hear(NOON + 3_000, 300);
  expect(times).toEqual([NOON + 3_600]);
  expect(clock.now()).toBe(NOON + 3_600);
  passes(1_000);
  expect(clock.now()).toBe(NOON + 4_600);
});

test("a wait is not lengthened by what an answer says", () => {
  const { local, isSetBy, passes } = computer(0);
  const clock = new ServerClock(NOON, local);
  const waiting = clock.steady();
  isSetBy(HOUR);
  clock.hear(NOON, 0);
  expect(clock.now()).toBe(NOON + 500);
  const before = waiting();
  passes(20_000);
  expect(waiting() - before).toBe(20_000);
});
