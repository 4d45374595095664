import { expect, test } from "vitest";
import type { Schedule } from "./plan.ts";
import { nextDay } from "./schedule.ts";

const day = (text: string) => Date.parse(text);
const monthly = (interval: number, dayOfMonth: number) =>
  ({ unit: "month", interval, dayOfMonth }) as const;

function days(input: Partial<Schedule>, most = 4): string[] {
  const schedule = { from: day("2026-01-05"), every: null, until: null, count: null, ...input };
  const found: string[] = [];
  let after: number | null = null;
  while (found.length < most) {
    const next = nextDay(schedule, after);
    if (next === null) break;
    found.push(new Date(next.at).toISOString().slice(0, 10));
    after = next.at;
  }
  return found;
}

test.each<[string, Partial<Schedule>, string[]]>([
  ["once", {}, ["2026-01-05"]],
  [
    "every second week",
    { every: { unit: "week", interval: 2, dayOfMonth: 0 } },
    ["2026-01-05", "2026-01-19", "2026-02-02", "2026-02-16"],
  ],
  [
    "quarterly on the first day's own day",
    { every: monthly(3, 0) },
    ["2026-01-05", "2026-04-05", "2026-07-05", "2026-10-05"],
  ],
  [
    "quarterly on a day that has passed begins the month after",
    { every: monthly(3, 1) },
    ["2026-02-01", "2026-05-01", "2026-08-01", "2026-11-01"],
  ],
  [
    "monthly on the 31st ends each month",
    { every: monthly(1, 31) },
    ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"],
  ],
  [
    "until a last day, which counts",
    { every: monthly(1, 5), until: day("2026-03-05") },
    ["2026-01-05", "2026-02-05", "2026-03-05"],
  ],
  ["a number of times", { every: monthly(1, 5), count: 2 }, ["2026-01-05", "2026-02-05"]],
])("A review happens %s", (_, input, expected) => {
  expect(days(input)).toEqual(expected);
});
