import { DAY, type Days, type Instant, type IsoDate } from "./time";

/** The calendar day of an instant, as the review service counts them: in UTC. */
export function dayOf(instant: Instant): IsoDate {
  return new Date(instant).toISOString().slice(0, 10);
}

/** The first instant of a day; NaN when it is no day of the calendar. */
export function startOf(date: IsoDate): Instant {
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) return Number.NaN;
  const at = Date.parse(`${date}T00:00:00Z`);
  // Some engines read 31 February as a day in March.
  return !Number.isNaN(at) && dayOf(at) === date ? at : Number.NaN;
}

/** Whether a text is a day of the calendar. */
export function isDay(date: IsoDate): boolean {
  return !Number.isNaN(startOf(date));
}

/** The day `days` later. */
export function daysAfter(date: IsoDate, days: Days): IsoDate {
  return dayOf(startOf(date) + days * DAY);
}

/** The same day of the month some months later; the last day where the month is shorter. */
export function monthsAfter(date: IsoDate, months: number, dayOfMonth: number): IsoDate {
  const first = new Date(startOf(date));
  const [year, month] = [first.getUTCFullYear(), first.getUTCMonth() + months];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return dayOf(Date.UTC(year, month, Math.min(dayOfMonth, last)));
}

/** The day of the month that a date names. */
export function dayOfMonthOf(date: IsoDate): number {
  return new Date(startOf(date)).getUTCDate();
}

const dates = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeZone: "UTC" });

/** The day of an instant in sentences, in the reader's style: "Dec 1, 2026". */
export function dateText(at: Instant): string {
  return dates.format(at);
}

/** The same of a day; anything that is no day stays as it is. */
export function dayText(day: string): string {
  const at = Date.parse(day);
  return Number.isNaN(at) ? day : dateText(at);
}
