const units = [
  { unit: "year", ms: 31_556_952_000 },
  { unit: "month", ms: 2_629_746_000 },
  { unit: "day", ms: 86_400_000 },
  { unit: "hour", ms: 3_600_000 },
  { unit: "minute", ms: 60_000 },
] as const;

const words = new Intl.RelativeTimeFormat("en");
const yesterdays = new Intl.RelativeTimeFormat("en", { numeric: "auto" });

/** How long ago, or how far ahead, in the largest unit that is reached: "3 days ago", "yesterday", "in 2 hours", "just now". */
export function relativeTime(at: number, now: number): string {
  const distance = at - now;
  const reached = units.find(({ ms }) => Math.abs(distance) >= ms);
  if (reached === undefined) return "just now";
  // "yesterday" is plain, but "last year" may have been two months or twenty ago.
  const format = reached.unit === "day" ? yesterdays : words;
  return format.format(Math.trunc(distance / reached.ms), reached.unit);
}
