/**
 * Seconds that a Retry-After header asks to wait, as a number or as a date; null when it says nothing usable.
 * https://learn.microsoft.com/graph/throttling#best-practices-to-handle-throttling
 */
export function retryAfterSeconds(header: string | null, now: number): number | null {
  if (header === null) return null;
  const text = header.trim();
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
  if (!/[a-z]/i.test(text)) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : Math.max(0, (at - now) / 1_000);
}
