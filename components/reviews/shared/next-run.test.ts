import { expect, test } from "vitest";
import type { Recurrence } from "@/lib/domain/reviews/review";
import { nextRun } from "./next-run";

const quarterly: Recurrence = {
  every: "month",
  interval: 3,
  dayOfMonth: 20,
  startDate: "2026-11-20",
  end: { kind: "never" },
};
const day = (iso: string) => Date.parse(iso);
const dayOf = (at: number | null) => at && new Date(at).toISOString().slice(0, 10);

test.each<[string, Partial<Recurrence>, number | null, string | null]>([
  ["a series that did not run yet begins on its first day", {}, null, "2026-11-20"],
  ["the next quarter follows a run", {}, day("2026-11-20T12:00:00Z"), "2027-02-20"],
  ["a run at midnight is not the next one", {}, day("2027-02-20"), "2027-05-20"],
  [
    "the 31st is the last day of a shorter month",
    { interval: 1, dayOfMonth: 31, startDate: "2026-08-31" },
    day("2026-08-31"),
    "2026-09-30",
  ],
  [
    "no day of the month is the day on which it began",
    { dayOfMonth: 0 },
    day("2026-11-21"),
    "2027-02-20",
  ],
  [
    "a day of the month before the first day waits for the next month",
    { interval: 1, dayOfMonth: 5 },
    null,
    "2026-12-05",
  ],
  [
    "weeks are counted from the first day",
    { every: "week", interval: 2, dayOfMonth: null },
    day("2026-11-20"),
    "2026-12-04",
  ],
  [
    "nothing runs after the last day",
    { end: { kind: "on", date: "2027-02-19" } },
    day("2026-11-20T12:00:00Z"),
    null,
  ],
  [
    "the last day itself still counts",
    { end: { kind: "on", date: "2027-02-20" } },
    day("2026-11-20T12:00:00Z"),
    "2027-02-20",
  ],
  [
    "a numbered series ends with its number",
    { end: { kind: "after", occurrences: 2 } },
    day("2027-02-20"),
    null,
  ],
])("%s", (_title, change, latest, expected) => {
  expect(dayOf(nextRun({ ...quarterly, ...change }, latest))).toBe(expected);
});

test("what runs once does not run again", () => {
  expect(nextRun(null, null)).toBeNull();
});
