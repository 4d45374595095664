import type { SignInTimes } from "../entities.ts";
import { daysAgo, instant, successKnownSince, yearOne } from "./graph-instants.ts";
import type { Random } from "./random.ts";

/** How a guest's time in the tenant went. */
export type Life =
  | "active"
  | "stale"
  | "never"
  | "newcomer"
  | "pending"
  | "failed-only"
  | "year-one";

export interface Dates {
  created: number;
  /** When the invitation was redeemed; null while it is pending. */
  redeemed: number | null;
  signIns: SignInTimes | null;
}

/** How many of a hundred guests have each kind of history. */
export const shares: readonly (readonly [Life, number])[] = [
  ["active", 48],
  ["stale", 25],
  ["never", 8.2],
  ["newcomer", 2],
  ["pending", 14],
  ["failed-only", 2],
  ["year-one", 0.8],
];

const oldest = 10 * 365;

export function drawDates(random: Random, life: Life, now: number): Dates {
  switch (life) {
    case "active":
      return active(random, now);
    case "stale":
      return stale(random, now);
    case "never":
      return accepted(random, now, random.between(31, oldest), null);
    case "newcomer":
      return accepted(random, now, random.between(0.3, 29), null);
    case "pending":
      return {
        created: daysAgo(now, 1 + random.share() ** 3 * (6 * 365 - 1)),
        redeemed: null,
        signIns: null,
      };
    case "failed-only":
      return accepted(random, now, random.between(20, 2_000), {
        lastAttemptAt: instant(daysAgo(now, random.between(0.2, 19))),
      });
    case "year-one":
      return accepted(random, now, random.between(400, 2_500), emptied(random, now));
  }
}

function active(random: Random, now: number): Dates {
  const days = random.share() ** 2 * 89.5;
  const success = instant(daysAgo(now, days));
  const age = days + 0.3 + random.share() ** 2 * (oldest - 100);
  return accepted(random, now, age, {
    // Some have failed since: an attempt is no proof of being there, and neither is an app that tries in their name.
    lastAttemptAt: random.chance(0.08) ? since(random, now, days) : success,
    lastNonInteractiveAt: random.chance(0.04) ? since(random, now, days) : success,
    lastSuccessAt: success,
  });
}

function stale(random: Random, now: number): Dates {
  const days = 90.5 + random.share() ** 1.6 * (4 * 365 - 91);
  const at = daysAgo(now, days);
  const last = instant(at);
  const age = days + random.between(1, 1_500);
  if (at < successKnownSince) return accepted(random, now, age, { lastAttemptAt: last });
  const lastAttemptAt = random.chance(0.12) ? since(random, now, days) : last;
  const signIns: SignInTimes = { lastAttemptAt, lastSuccessAt: last };
  if (random.chance(0.6)) signIns.lastNonInteractiveAt = instant(daysAgo(now, days + 0.5));
  return accepted(random, now, age, signIns);
}

function since(random: Random, now: number, days: number): string {
  return instant(daysAgo(now, days * random.share()));
}

function emptied(random: Random, now: number): SignInTimes {
  const real = instant(daysAgo(now, random.between(1, 380)));
  return random.pick<SignInTimes>([
    { lastAttemptAt: yearOne, lastNonInteractiveAt: yearOne, lastSuccessAt: yearOne },
    { lastAttemptAt: real, lastNonInteractiveAt: yearOne, lastSuccessAt: real },
    { lastAttemptAt: yearOne, lastNonInteractiveAt: real, lastSuccessAt: yearOne },
    { lastAttemptAt: real, lastSuccessAt: yearOne },
  ]);
}

function accepted(random: Random, now: number, age: number, signIns: SignInTimes | null): Dates {
  const created = daysAgo(now, age);
  const firstSeen = Math.min(now, created + random.between(0.01, 0.25) * 86_400_000);
  return { created, redeemed: firstSeen, signIns };
}
