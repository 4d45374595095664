import type { Instant } from "@/lib/domain/time";

const DIGIT = 0x1_0000;

/** The same rows, earliest first, to the second; rows of one second stay as they were. */
export function byInstant(
  rows: Uint32Array<ArrayBuffer>,
  instantOf: (row: number) => Instant,
): Uint32Array<ArrayBuffer> {
  // Two counting passes over the halves of a 32-bit second are several times faster than comparing half a million rows.
  const seconds = new Uint32Array(rows.length);
  const places = new Uint32Array(rows.length);
  for (let at = 0; at < rows.length; at += 1) {
    const second = Math.floor(instantOf(rows[at] ?? 0) / 1_000);
    seconds[at] = Math.min(0xffff_ffff, Math.max(0, second));
    places[at] = at;
  }
  const low = byDigit(places, (at) => (seconds[at] ?? 0) & 0xffff);
  const sorted = byDigit(low, (at) => (seconds[at] ?? 0) >>> 16);
  return sorted.map((at) => rows[at] ?? 0);
}

function byDigit(
  places: Uint32Array<ArrayBuffer>,
  digitOf: (at: number) => number,
): Uint32Array<ArrayBuffer> {
  const next = new Uint32Array(DIGIT + 1);
  for (const at of places) {
    const after = digitOf(at) + 1;
    next[after] = (next[after] ?? 0) + 1;
  }
  for (let digit = 1; digit <= DIGIT; digit += 1)
    next[digit] = (next[digit] ?? 0) + (next[digit - 1] ?? 0);
  const sorted = new Uint32Array(places.length);
  for (const at of places) {
    const digit = digitOf(at);
    const to = next[digit] ?? 0;
    sorted[to] = at;
    next[digit] = to + 1;
  }
  return sorted;
}
