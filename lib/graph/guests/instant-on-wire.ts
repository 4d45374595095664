import type { Instant } from "@/lib/domain/time";

/** Graph writes "0001-01-01T00:00:00Z" where it has no value. */
const FIRST_YEAR = Date.UTC(1602, 0, 1);

/** The instant that Graph wrote; null where it wrote none, or one that stands for none. */
export function instantFromWire(text: string | null | undefined): Instant | null {
  if (text === null || text === undefined) return null;
  const instant = Date.parse(text);
  return Number.isNaN(instant) || instant < FIRST_YEAR ? null : instant;
}
