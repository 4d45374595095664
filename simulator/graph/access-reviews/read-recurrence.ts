import type { Schedule } from "../../state/access-reviews/plan.ts";
import { badRequest } from "../errors.ts";
import { type Body, objectAt, objectFrom, wholeAt } from "./read-body.ts";

interface ReadSchedule {
  schedule: Schedule;
  shown: unknown;
}

/** When a review happens: https://learn.microsoft.com/graph/api/resources/patternedrecurrence. Without a pattern, once. */
export function readRecurrence(settings: Body): ReadSchedule {
  const value = settings.recurrence ?? null;
  const once = { from: null, every: null, until: null, count: null };
  if (value === null) return { schedule: once, shown: null };
  const recurrence = objectFrom(value, "recurrence", ["pattern", "range"]);
  const pattern = recurrence.pattern ?? null;
  if (pattern === null && (recurrence.range ?? null) === null) {
    return { schedule: once, shown: null };
  }
  const range = readRange(objectAt(recurrence, "range"));
  if (pattern === null) {
    return {
      schedule: { ...once, from: range.from },
      shown: { pattern: null, range: range.shown },
    };
  }
  const { every, shown } = readPattern(objectFrom(pattern, "pattern"));
  const { from, until, count } = range;
  return { schedule: { from, every, until, count }, shown: { pattern: shown, range: range.shown } };
}

const patternNames = [
  "type",
  "interval",
  "dayOfMonth",
  "month",
  "daysOfWeek",
  "firstDayOfWeek",
  "index",
];

function readPattern(fields: Body): { every: NonNullable<Schedule["every"]>; shown: unknown } {
  const pattern = objectFrom(fields, "pattern", patternNames);
  const type = String(pattern.type).toLowerCase();
  if (type !== "weekly" && type !== "absolutemonthly") {
    throw badRequest(
      "Only the recurrence types 'weekly' and 'absoluteMonthly' are supported for access reviews.",
    );
  }
  const interval = wholeAt(pattern, "interval", 1, 99);
  const isWeekly = type === "weekly";
  const dayOfMonth = isWeekly
    ? 0
    : wholeAt({ dayOfMonth: pattern.dayOfMonth ?? 0 }, "dayOfMonth", 0, 31);
  return {
    every: { unit: isWeekly ? "week" : "month", interval, dayOfMonth },
    shown: {
      type: isWeekly ? "weekly" : "absoluteMonthly",
      interval,
      month: 0,
      dayOfMonth,
      daysOfWeek: [],
      firstDayOfWeek: "sunday",
      index: "first",
    },
  };
}

interface ReadRange {
  from: number;
  until: number | null;
  count: number | null;
  shown: unknown;
}

const rangeNames = ["type", "startDate", "endDate", "numberOfOccurrences", "recurrenceTimeZone"];

function readRange(fields: Body): ReadRange {
  const range = objectFrom(fields, "range", rangeNames);
  const type = typeof range.type === "string" ? range.type.toLowerCase() : "";
  const from = dayIn(range, "startDate");
  if (from === null) throw badRequest("A value is required for property 'startDate' of 'range'.");
  const until = dayIn(range, "endDate");
  if (until !== null && until < from && type !== "noend") {
    throw badRequest("The property 'endDate' of 'range' may not be before 'startDate'.");
  }
  const shown = {
    numberOfOccurrences: 0,
    recurrenceTimeZone: null,
    startDate: new Date(from).toISOString().slice(0, 10),
    endDate: null,
  };
  const shownEnd = until === null ? null : new Date(until).toISOString().slice(0, 10);
  switch (type) {
    case "noend":
      return { from, until: null, count: null, shown: { type: "noEnd", ...shown } };
    case "enddate":
      if (until === null) throw badRequest("A range of type 'endDate' needs 'endDate'.");
      return { from, until, count: null, shown: { type: "endDate", ...shown, endDate: shownEnd } };
    case "numbered": {
      // The documentation's own example names an end instead of a number.
      const least = until === null ? 1 : 0;
      const number = range.numberOfOccurrences ?? 0;
      const count = wholeAt({ numberOfOccurrences: number }, "numberOfOccurrences", least, 9999);
      return {
        ...{ from, until, count: count === 0 ? null : count },
        shown: { type: "numbered", ...shown, numberOfOccurrences: count, endDate: shownEnd },
      };
    }
    default:
      throw badRequest("The type of 'range' must be 'noEnd', 'endDate' or 'numbered'.");
  }
}

/** Midnight of a date; samples post instants, answers have dates. */
function dayIn(range: Body, name: string): number | null {
  const value = range[name] ?? null;
  if (value === null) return null;
  const text = typeof value === "string" && /^\d{4}-\d\d-\d\d(T.*)?$/.test(value) ? value : "";
  const at = Date.parse(text.slice(0, 10));
  if (Number.isNaN(at)) throw badRequest(`The property '${name}' of 'range' must be a date.`);
  return at;
}
