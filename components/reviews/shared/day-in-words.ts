/** "1 December 2026"; what is no day stays as it is. */
export function dayInWords(day: string): string {
  const at = Date.parse(day);
  if (Number.isNaN(at)) return day;
  return new Date(at).toLocaleDateString("en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
}
