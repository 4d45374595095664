import { createParser } from "nuqs";
import type { DayRange } from "@/lib/inventory/inventory";

/** A range of days as an address has it: "31-90", or "91-" without an end. */
export const parseAsDayRange = createParser<DayRange>({
  parse: (value) => {
    const [, from, to] = /^(\d{1,5})-(\d{1,5})?$/.exec(value) ?? [];
    if (from === undefined) return null;
    const range = { from: Number(from), to: to === undefined ? null : Number(to) };
    return range.to !== null && range.to < range.from ? null : range;
  },
  serialize: dayRangeText,
  eq: (one, other) => one.from === other.from && one.to === other.to,
});

function dayRangeText({ from, to }: DayRange): string {
  return `${from}-${to ?? ""}`;
}

/** The ranges that are offered; an address may have others. */
const OFFERED: readonly DayRange[] = [
  { from: 0, to: 30 },
  { from: 31, to: 90 },
  { from: 91, to: 180 },
  { from: 181, to: 365 },
  { from: 31, to: null },
  { from: 91, to: null },
  { from: 366, to: null },
];

/** A range in words: "up to 30 days", "over 90 days", "31–90 days". */
export function dayRangeWords({ from, to }: DayRange): string {
  if (to === null) return from === 0 ? "any number of days" : `over ${from - 1} days`;
  return from === 0 ? `up to ${to} days` : `${from}–${to} days`;
}

/** The options of a filter of days, with the range in force. */
export function dayRangeOptions(name: string, current: DayRange | null) {
  const isOffered = current === null || OFFERED.some((range) => parseAsDayRange.eq(range, current));
  return [...OFFERED, ...(isOffered ? [] : [current])].map((range) => ({
    value: dayRangeText(range),
    word: `${name}: ${dayRangeWords(range)}`,
  }));
}

/** The value of a filter of days. */
export function dayRangeValue(range: DayRange | null): string | null {
  return range === null ? null : dayRangeText(range);
}
