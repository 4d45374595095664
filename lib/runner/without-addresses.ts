const LONGEST = 400;

/** Graph's message in a form that may be recorded: one line, shortened, without anything like a mail address. */
export function withoutAddresses(words: string): string {
  const line = words.slice(0, 4_000).replace(/\s+/g, " ").trim();
  const anonymous = line.replace(/[^\s"'<>(),;:]*(?:@|%40)[^\s"'<>(),;]*/gi, "…");
  return anonymous.length <= LONGEST ? anonymous : `${anonymous.slice(0, LONGEST - 1)}…`;
}
