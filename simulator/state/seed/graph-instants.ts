const day = 86_400_000;

/** The instant as Graph writes it, to the second. */
export function instant(at: number): string {
  return new Date(at).toISOString().replace(/\.\d+Z$/, "Z");
}

export function daysAgo(now: number, days: number): number {
  return now - days * day;
}

/** Graph has no last successful sign-in from before: https://learn.microsoft.com/graph/api/resources/signinactivity */
export const successKnownSince = Date.UTC(2023, 11, 1);

/** What Graph sometimes says in place of nothing. */
export const yearOne = "0001-01-01T00:00:00Z";
