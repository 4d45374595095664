import { describe, expect, test } from "vitest";
import type { Frequency } from "./draft";
import { nextStart, recurrenceBody, recurrenceDays, recurrenceOf } from "./recurrence";
import type { Recurrence } from "./review";

const NEVER = { kind: "never" } as const;
const schedule = (frequency: Frequency, end: Recurrence["end"] = NEVER) => ({
  frequency,
  startDate: "2026-11-20",
  end,
});

describe("as Graph takes it", () => {
  test.each<[Frequency, object]>([
    ["weekly", { type: "weekly", interval: 1 }],
    ["monthly", { type: "absoluteMonthly", interval: 1, dayOfMonth: 20 }],
    ["quarterly", { type: "absoluteMonthly", interval: 3, dayOfMonth: 20 }],
    ["half-yearly", { type: "absoluteMonthly", interval: 6, dayOfMonth: 20 }],
    ["yearly", { type: "absoluteMonthly", interval: 12, dayOfMonth: 20 }],
  ])("%s", (frequency, pattern) => {
    expect(recurrenceBody(schedule(frequency))).toEqual({
      pattern,
      range: { type: "noEnd", startDate: "2026-11-20" },
    });
  });

  test("once has no pattern, and a range that names its day", () => {
    expect(recurrenceBody(schedule("once"))).toEqual({
      range: { type: "numbered", numberOfOccurrences: 1, startDate: "2026-11-20" },
    });
  });

  test.each<[Recurrence["end"], object]>([
    [
      { kind: "on", date: "2027-11-20" },
      { type: "endDate", endDate: "2027-11-20" },
    ],
    [
      { kind: "after", occurrences: 4 },
      { type: "numbered", numberOfOccurrences: 4 },
    ],
  ])("%j", (end, range) => {
    expect(recurrenceBody(schedule("monthly", end))).toMatchObject({ range });
  });
});

test.each<[Frequency, number | null]>([
  ["once", null],
  ["weekly", 7],
  ["monthly", 28],
  ["quarterly", 89],
  ["half-yearly", 181],
  ["yearly", 365],
])("%s: %s days at the least", (frequency, days) => {
  expect(recurrenceDays(recurrenceOf(schedule(frequency)))).toBe(days);
});

describe("the next instance", () => {
  const each = (overrides: Partial<Recurrence> = {}): Recurrence => ({
    every: "month",
    interval: 3,
    dayOfMonth: 20,
    startDate: "2026-11-20",
    end: NEVER,
    ...overrides,
  });
  const noon = (date: string) => Date.parse(`${date}T12:00:00Z`);

  test.each<[string, Partial<Recurrence>, string, string | null]>([
    ["the first, before it", {}, "2026-01-01", "2026-11-20"],
    ["not today's", {}, "2026-11-20", "2027-02-20"],
    ["many years later", {}, "2076-11-21", "2077-02-20"],
    ["weeks", { every: "week", interval: 1, dayOfMonth: null }, "2027-01-01", "2027-01-08"],
    [
      "the last day of a short month",
      { interval: 1, startDate: "2027-01-31", dayOfMonth: 31 },
      "2027-02-01",
      "2027-02-28",
    ],
    ["a day that says nothing is that of the start", { dayOfMonth: 0 }, "2026-11-21", "2027-02-20"],
    [
      "a day that had passed in the first month",
      { interval: 1, dayOfMonth: 5 },
      "2026-11-21",
      "2026-12-05",
    ],
    ["the last of two", { end: { kind: "after", occurrences: 2 } }, "2026-12-01", "2027-02-20"],
    ["none after two", { end: { kind: "after", occurrences: 2 } }, "2027-02-20", null],
    ["on the last day", { end: { kind: "on", date: "2027-02-20" } }, "2026-12-01", "2027-02-20"],
    ["none after the end", { end: { kind: "on", date: "2027-02-19" } }, "2026-12-01", null],
    ["none where the start is not known", { startDate: "" }, "2026-12-01", null],
  ])("%s", (_, input, today, next) => {
    expect(nextStart(each(input), noon(today))).toBe(next);
  });
});
