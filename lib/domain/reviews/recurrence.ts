import type { Json } from "../json";
import { DAY, type Days, type Instant } from "../time";
import { dayOf, dayOfMonthOf, daysAfter, isDay, monthsAfter, startOf } from "../calendar";
import type { Frequency, ReviewDraft } from "./draft";
import type { Recurrence } from "./review";
import type { IsoDate } from "../time";

type Schedule = ReviewDraft["schedule"];

/** Access reviews know weeks and months only, so that a quarter is three months and a year is twelve. */
const RHYTHMS: Readonly<
  Record<Exclude<Frequency, "once">, Pick<Recurrence, "every" | "interval">>
> = {
  weekly: { every: "week", interval: 1 },
  monthly: { every: "month", interval: 1 },
  quarterly: { every: "month", interval: 3 },
  "half-yearly": { every: "month", interval: 6 },
  yearly: { every: "month", interval: 12 },
};

/** How a schedule repeats; null when it does not. */
export function recurrenceOf({ frequency, startDate, end }: Schedule): Recurrence | null {
  if (frequency === "once") return null;
  const rhythm = RHYTHMS[frequency];
  const dayOfMonth = rhythm.every === "month" && isDay(startDate) ? dayOfMonthOf(startDate) : null;
  return { ...rhythm, dayOfMonth, startDate, end };
}

/** A year that no leap day makes longer. */
const SOME_YEAR = 2026;

/**
 * How many days one recurrence has at the least, so that no instance outlasts it; null when it happens once.
 * https://learn.microsoft.com/graph/api/resources/accessreviewstagesettings
 */
export function recurrenceDays(
  recurrence: Pick<Recurrence, "every" | "interval"> | null,
): Days | null {
  if (recurrence === null) return null;
  const { every, interval } = recurrence;
  if (every === "week") return interval * 7;
  const months = Array.from({ length: 12 }, (_, month) => {
    const from = Date.UTC(SOME_YEAR, month, 1);
    return (Date.UTC(SOME_YEAR, month + interval, 1) - from) / DAY;
  });
  return Math.min(...months);
}

/** The day on which the instance of this number begins, counted from 0; null when there is none. */
export function startOfOccurrence(recurrence: Recurrence, index: number): IsoDate | null {
  const { every, interval, startDate, end } = recurrence;
  if (end.kind === "after" && index >= end.occurrences) return null;
  const date =
    every === "week"
      ? daysAfter(startDate, index * interval * 7)
      : inMonth(startDate, recurrence.dayOfMonth, index * interval);
  return end.kind === "on" && date > end.date ? null : date;
}

function inMonth(startDate: IsoDate, dayOfMonth: number | null, months: number): IsoDate {
  const day = dayOfMonth === null || dayOfMonth < 1 ? dayOfMonthOf(startDate) : dayOfMonth;
  // Where that day of the first month has passed, the next month begins the row.
  const late = monthsAfter(startDate, 0, day) < startDate ? 1 : 0;
  return monthsAfter(startDate, late + months, day);
}

/** The day of the first instance that begins after today; null when no more are to come. */
export function nextStart(recurrence: Recurrence, now: Instant): IsoDate | null {
  const { startDate, every, interval } = recurrence;
  if (!isDay(startDate) || interval < 1) return null;
  const today = dayOf(now);
  const longest = interval * (every === "week" ? 7 : 31);
  let index = Math.max(0, Math.floor((now - startOf(startDate)) / DAY / longest) - 1);
  let date = startOfOccurrence(recurrence, index);
  while (date !== null && date <= today) {
    index += 1;
    date = startOfOccurrence(recurrence, index);
  }
  return date;
}

/**
 * A schedule as Graph takes it: https://learn.microsoft.com/graph/api/resources/patternedrecurrence. A review that
 * happens once has no pattern ("do not specify this property for a one-time access review") and, since a range names
 * the day on which it starts, a range of one occurrence. Without any recurrence nothing would name that day.
 */
export function recurrenceBody(schedule: Schedule): Json {
  const { startDate, end } = schedule;
  const recurrence = recurrenceOf(schedule);
  if (recurrence === null)
    return { range: { type: "numbered", numberOfOccurrences: 1, startDate } };
  return { pattern: patternBody(recurrence), range: rangeBody(startDate, end) };
}

function patternBody({ every, interval, dayOfMonth }: Recurrence): Json {
  if (every === "week") return { type: "weekly", interval };
  return { type: "absoluteMonthly", interval, dayOfMonth: dayOfMonth ?? 1 };
}

function rangeBody(startDate: IsoDate, end: Recurrence["end"]): Json {
  switch (end.kind) {
    case "never":
      return { type: "noEnd", startDate };
    case "on":
      return { type: "endDate", startDate, endDate: end.date };
    case "after":
      return { type: "numbered", startDate, numberOfOccurrences: end.occurrences };
  }
}
