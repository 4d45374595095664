import { expect, test } from "vitest";
import { recordingTime } from "./recording-time";

const NOON = Date.UTC(2026, 10, 29, 12);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

test.each<[string, Parameters<typeof recordingTime>[0], number]>([
  ["is the database's", { database: NOON, server: NOON + MINUTE, head: 0 }, NOON],
  [
    "does not run backwards by the little that clocks differ",
    { database: NOON, server: NOON, head: NOON + MINUTE },
    NOON + MINUTE,
  ],
  [
    "does not follow an entry of a clock that was a day ahead",
    { database: NOON, server: NOON, head: NOON + DAY },
    NOON,
  ],
])("The instant of an entry %s", (_, clocks, instant) => {
  expect(recordingTime(clocks)).toBe(instant);
});

test.each([DAY, -DAY, 6 * MINUTE])(
  "Nothing is recorded while the two clocks differ by %i ms",
  (difference) => {
    const clocks = { database: NOON + difference, server: NOON, head: 0 };
    expect(() => recordingTime(clocks)).toThrow(/clocks of the server and its database differ/);
  },
);
