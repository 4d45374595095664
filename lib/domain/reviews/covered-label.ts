import { numberText } from "@/lib/domain/number-text";
import type { CoveredBy } from "@/lib/domain/reviews/covered-by";

const NOT_KNOWN: Readonly<Record<Extract<CoveredBy, { kind: "not-known" }>["because"], string>> = {
  "groups-unread": "A group in its scope couldn't be read.",
  "reach-unread": "Who has access to what it reviews wasn't read.",
  "scope-not-understood": "Guestlist can't read its scope.",
  "status-not-understood": "Guestlist can't read its status.",
};

/** How many guests a review covers, as the list and its export write it. */
export function coveredText(covered: CoveredBy): string {
  switch (covered.kind) {
    case "counted":
      return `${numberText(covered.guests)} of ${numberText(covered.of)}`;
    case "ended":
      return "None";
    case "not-known":
      return "Unknown";
  }
}

/** The same as a share of all guests; or why it is none, or not known. */
export function coveredSentence(covered: CoveredBy): string {
  switch (covered.kind) {
    case "counted": {
      const { guests, of, onlyInactive } = covered;
      const late = onlyInactive && guests > 0 ? ", but only while they're inactive" : "";
      return `It covers ${share(guests, of)} of the guests${late}.`;
    }
    case "ended":
      return "It has ended and doesn't cover anyone.";
    case "not-known":
      return NOT_KNOWN[covered.because];
  }
}

function share(part: number, of: number): string {
  const percent = of === 0 ? 0 : (100 * part) / of;
  return percent > 0 && percent < 1 ? "less than 1%" : `${numberText(Math.floor(percent))}%`;
}
