import { counted } from "@/lib/domain/number-text";
import type { ReviewDraft } from "./draft";
import { frequencyWords } from "./how-often";
import type { Recurrence, Review } from "./review";
import { shapeOf } from "./review-shape";

/** US dollars for each guest in a month in which a billed feature includes them. */
export const DOLLARS_PER_GUEST_MONTH = 0.75;

export interface ReviewCost {
  /** Why Microsoft bills this review; null for a shape that Entra ID P2 includes. */
  readonly because: "inactive-guests" | "peer-comparison" | null;
  /** How many guests one instance asks about; null where that is not known. */
  readonly guests: number | null;
  /** In how many months of a year an instance begins; a review that happens once has one. */
  readonly billedMonths: number;
  /** In a month in which an instance begins; null without a number of guests. */
  readonly inBilledMonth: number | null;
  readonly inYear: number | null;
  /** The year's sum, spread over its months. */
  readonly perMonth: number | null;
  readonly says: string;
  /** Where the rule and the price are from. */
  readonly source: string;
}

const SOURCE =
  "https://learn.microsoft.com/entra/id-governance/microsoft-entra-id-governance-licensing-for-guest-users";

/**
 * What Microsoft would bill for the guests of a review: an estimate. A guest is billed once in each month in which such
 * a feature includes them, so that a quarterly review of inactive guests comes to $3 for each guest and year; other
 * features that include the same guest in the same month cost nothing more.
 */
export function meteredCost(subject: ReviewDraft | Review, guests: number | null): ReviewCost {
  const { inactiveDays, comparesPeers, recurrence } = shapeOf(subject);
  const because =
    inactiveDays !== null ? "inactive-guests" : comparesPeers ? "peer-comparison" : null;
  const billedMonths = because === null ? 0 : monthsOf(recurrence);
  const inBilledMonth =
    because === null ? 0 : guests === null ? null : guests * DOLLARS_PER_GUEST_MONTH;
  const inYear = inBilledMonth === null ? null : inBilledMonth * billedMonths;
  return {
    because,
    guests,
    billedMonths,
    inBilledMonth,
    inYear,
    perMonth: inYear === null ? null : inYear / 12,
    says: because === null ? INCLUDED : billedWords(because, recurrence, guests),
    source: SOURCE,
  };
}

/** Weeks: a guest is billed once a month, however often they are asked about in it. */
function monthsOf(recurrence: Recurrence | null): number {
  if (recurrence === null) return 1;
  const { every, interval } = recurrence;
  const perYear = every === "month" ? 12 / interval : 52 / interval;
  return Math.min(12, Math.max(1, perYear));
}

const INCLUDED = "Entra ID P2 includes this kind of review: guests are not billed for it.";

function billedWords(
  because: "inactive-guests" | "peer-comparison",
  recurrence: Recurrence | null,
  guests: number | null,
): string {
  const what =
    because === "inactive-guests"
      ? "Reviews of inactive guests"
      : "Recommendations that compare guests with their group";
  const months = monthsOf(recurrence);
  const each = dollars(DOLLARS_PER_GUEST_MONTH);
  const rule = `${what} are billed: ${each} for each guest in a month in which a review asks about them.`;
  if (guests === null) return `${rule} How many guests that is could not be read.`;
  const sum = guests * DOLLARS_PER_GUEST_MONTH;
  const count = counted(guests, "guest");
  const once = `Estimate for ${count}: ${dollars(sum)}`;
  if (recurrence === null) return `${rule} ${once}, once.`;
  const perGuest = dollars(DOLLARS_PER_GUEST_MONTH * months);
  const rhythm = months === 12 ? "every month" : frequencyWords(recurrence);
  return `${rule} ${once} ${rhythm}, ${dollars(sum * months)} a year (${perGuest} a guest).`;
}

/** An amount as people read it. */
export function dollars(amount: number): string {
  const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  return `$${amount.toLocaleString("en-US", digits)}`;
}
